/**
 * What the parts of an export have in common: batches, failures, losses, threads, and the status that metrics and
 * health read. Imports {@code stats}, {@code text} and {@code java.*}.
 */
package io.steptrace.runtime.internal.export;
