/**
 * What the pages and an assistant get, as it becomes JSON: durations in nanoseconds, instants in milliseconds since the epoch,
 * and no field for what is null. Imports {@code java.*} only.
 */
package io.steptrace.dev.answer;
