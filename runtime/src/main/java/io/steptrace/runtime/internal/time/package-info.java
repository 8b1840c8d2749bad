/** Reading time: a monotonic clock as a port, and its translation to the epoch. Imports {@code java.*} only. */
package io.steptrace.runtime.internal.time;
