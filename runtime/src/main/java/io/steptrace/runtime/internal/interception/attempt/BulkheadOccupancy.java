package io.steptrace.runtime.internal.interception.attempt;

import java.util.concurrent.atomic.AtomicLong;

import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.job.ParkReason;

/**
 * How full the bulkhead of one method is, seen from outside: by the attempts that are running. Thread-safe.
 * <p>
 * A call that holds a permit and has not begun yet is not among them. So a call that arrives, and begins without the bulkhead
 * having been full meanwhile, has not waited in its queue; one that saw it full had no permit then, and has.
 */
final class BulkheadOccupancy {

    private final int permits;
    private final ParkReason reason;
    /** Above, how often it has become full; below, how many attempts are running. */
    private final AtomicLong state = new AtomicLong();

    BulkheadOccupancy(int permits) {
        this.permits = permits;
        this.reason = new ParkReason(ParkCause.BACKPRESSURE, "bulkhead", new ParkReason.Limit(permits, permits));
    }

    /** What a call waits for in the queue. */
    ParkReason reason() {
        return reason;
    }

    /** A call comes; to be asked about with {@link #wasFullSince}. */
    long arrive() {
        return state.get();
    }

    boolean wasFullSince(long arrival) {
        return running(arrival) >= permits || timesFull(state.get()) != timesFull(arrival);
    }

    void enter() {
        state.updateAndGet(now -> running(now) + 1 == permits ? now + (1L << Integer.SIZE) + 1 : now + 1);
    }

    void leave() {
        state.decrementAndGet();
    }

    private static int running(long state) {
        return (int) state;
    }

    private static int timesFull(long state) {
        return (int) (state >>> Integer.SIZE);
    }
}
