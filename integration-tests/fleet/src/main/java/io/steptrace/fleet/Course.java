package io.steptrace.fleet;

/** How a request fares, most of them in the second service. */
public enum Course {

    /** As it should be. */
    FAST,
    /** The second service fails, and the first with it. */
    FAILING,
    /** What the second service could have done without fails. */
    DISPENSABLE,
    /** What the second service needs gives an answer that is none it can use, which is no fault. */
    REFUSED,
    /** A library fails that knows OpenTelemetry and not the extension. */
    FOREIGN,
    /** It waits for a worker of a queue in the second service. */
    QUEUED,
    /** It waits for a permit in the second service. */
    PARKED,
    /** It computes for more than a second in the first service, and waits for nothing. */
    SLOW
}
