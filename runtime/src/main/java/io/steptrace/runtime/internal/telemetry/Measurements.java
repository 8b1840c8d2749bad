package io.steptrace.runtime.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;

/**
 * Counts and measures what work and jobs did, sampled or not; a port, so that this package knows no instruments. Thread-safe.
 * Lengths of time are in nanoseconds; a context is that of the work, for exemplars.
 */
public interface Measurements {

    /** Measures nothing: no caller needs to hand over anything. */
    Measurements OFF = new Measurements() {
    };

    /** Whether anything is measured. */
    default boolean areOn() {
        return false;
    }

    /** A step has ended. */
    default void step(long nanos, Attributes series, Context context) {
    }

    /** An effect has ended. */
    default void effect(long nanos, Attributes series, Context context) {
    }

    /** A worker has taken a job. */
    default void queueWait(long nanos, Attributes series, Context context) {
    }

    /** The code of a job has begun. */
    default void dispatch(long nanos, Attributes series, Context context) {
    }

    /** A job has ended that worked for so long. */
    default void runActive(long nanos, Attributes series, Context context) {
    }

    /** A park has ended. */
    default void parkWait(long nanos, Attributes series, Context context) {
    }

    /** Work is attempted once more. */
    default void retried(Context context) {
    }

    /** A job has ended of which at least one wait became a span. */
    default void promoted(Context context) {
    }

    /** A cache was read. */
    default void cacheRead(String target, boolean hit) {
    }
}
