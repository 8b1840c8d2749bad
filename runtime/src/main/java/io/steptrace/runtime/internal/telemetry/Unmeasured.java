package io.steptrace.runtime.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;

/** Measurements that nobody takes. */
final class Unmeasured implements Measurements {

    @Override
    public boolean areOn() {
        return false;
    }

    @Override
    public void step(long nanos, Attributes series, Context context) {
        // nobody listens
    }

    @Override
    public void effect(long nanos, Attributes series, Context context) {
        // nobody listens
    }

    @Override
    public void queueWait(long nanos, Attributes series, Context context) {
        // nobody listens
    }

    @Override
    public void dispatch(long nanos, Attributes series, Context context) {
        // nobody listens
    }

    @Override
    public void runActive(long nanos, Attributes series, Context context) {
        // nobody listens
    }

    @Override
    public void parkWait(long nanos, Attributes series, Context context) {
        // nobody listens
    }

    @Override
    public void retried(Context context) {
        // nobody listens
    }

    @Override
    public void promoted(Context context) {
        // nobody listens
    }

    @Override
    public void cacheRead(String target, boolean hit) {
        // nobody listens
    }
}
