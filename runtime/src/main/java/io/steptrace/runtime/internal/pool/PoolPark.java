package io.steptrace.runtime.internal.pool;

import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.work.Work;

/** The park of a call that found its pool exhausted. */
final class PoolPark {

    /** The end of a wait that is not recorded. */
    static final Runnable NONE = () -> {
    };

    private PoolPark() {
    }

    /**
     * Parks the current work, if there is any.
     *
     * @param token the name of the pool
     * @param current the connections in use
     * @param max the connections the pool may have
     * @return what ends the wait; it never throws, and running it twice is harmless
     */
    static Runnable begin(String token, int current, int max) {
        try {
            Work work = CarriedContext.currentWork();
            return work == null ? NONE
                    : work.park(new ParkReason(ParkCause.BACKPRESSURE, token, new ParkReason.Limit(current, max)));
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return NONE;
        }
    }
}
