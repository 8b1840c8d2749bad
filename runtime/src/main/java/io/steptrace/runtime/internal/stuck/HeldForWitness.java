package io.steptrace.runtime.internal.stuck;

import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.TraceView;

/**
 * Has each recorded trace held until its root has ended, be it of interest to no other listener: the witness looks for it
 * there.
 */
public final class HeldForWitness implements TraceListener {

    @Override
    public boolean waitsForAll() {
        return false;
    }

    @Override
    public boolean waitsForEachRoot() {
        return false;
    }

    @Override
    public boolean wantsVerdict() {
        return false;
    }

    @Override
    public void over(TraceView trace) {
        // of interest until now
    }
}
