package io.steptrace;

/** Why work is parked, that is waiting instead of running; recorded in lower_snake_case as {@code job.park.cause}. */
public enum ParkCause {
    /** The answer of another system. */
    IO_WAIT,
    /** A permit of a rate limiter. */
    RATE_LIMIT,
    /** Room in a bounded resource: a connection pool, a bulkhead, a full buffer. */
    BACKPRESSURE,
    /** A lock held by another thread. */
    LOCK,
    /** A point in time, such as the delay before a retry. */
    TIMER,
    /** A pause of the JVM, in which it collects garbage. */
    GC,
    /** Any other reason. */
    OTHER
}
