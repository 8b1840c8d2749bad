package io.steptrace.runtime.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;

/**
 * Counts and measures what work and jobs did, sampled or not; a port, so that this package knows no instruments. Thread-safe.
 * Lengths of time are in nanoseconds; a context is that of the work, for exemplars.
 */
public interface Measurements {

    /** Nobody measures: nobody has to hand over anything either. */
    Measurements OFF = new Unmeasured();

    /** Whether anybody measures. */
    boolean areOn();

    /** A step has ended. */
    void step(long nanos, Attributes series, Context context);

    /** An effect has ended. */
    void effect(long nanos, Attributes series, Context context);

    /** A worker has taken a job. */
    void queueWait(long nanos, Attributes series, Context context);

    /** The code of a job has begun. */
    void dispatch(long nanos, Attributes series, Context context);

    /** A job has ended that worked for so long. */
    void runActive(long nanos, Attributes series, Context context);

    /** A park has ended. */
    void parkWait(long nanos, Attributes series, Context context);

    /** Work is attempted once more. */
    void retried(Context context);

    /** A job has ended of which at least one wait became a span. */
    void promoted(Context context);

    /** A cache was read. */
    void cacheRead(String target, boolean hit);
}
