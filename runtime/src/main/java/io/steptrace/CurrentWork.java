package io.steptrace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.work.Work;

/**
 * What an application can record on the innermost step or effect it is in; outside one, or where that is not recorded, nothing
 * happens. Thread-safe, and never throws for what it is given.
 */
public final class CurrentWork {

    private CurrentWork() {
    }

    /**
     * The work is tried once more, by means Steptrace cannot see by itself. {@code @Retry} needs no word from you.
     *
     * @param attempt the number of the attempt that begins: 2 for the first retry
     * @param reason why, in a few words of low cardinality; {@code null} if unknown
     * @param backoff how long was waited before; {@code null} for not at all
     */
    public static void recordRetry(int attempt, String reason, Duration backoff) {
        Work work = CarriedContext.currentWork();
        if (work != null) {
            work.retried(attempt, reason, backoff == null ? 0 : Math.max(0, TimeUnit.NANOSECONDS.convert(backoff)));
        }
    }

    /**
     * The work has rendered something. The last call counts, and takes precedence over what is seen from the result.
     *
     * @param phase what was done; {@code null} is taken for {@link RenderPhase#OTHER}
     * @param sizeBytes the size of the outcome in bytes; negative if unknown
     */
    public static void recordRender(RenderPhase phase, long sizeBytes) {
        Work work = CarriedContext.currentWork();
        if (work != null) {
            work.rendered(phase == null ? RenderPhase.OTHER : phase, sizeBytes);
        }
    }

    /**
     * The work has put something into a slot of its own making. Slots of a {@link Need} need no word from you.
     *
     * @param slot the name of the slot, of low cardinality; {@code null} is taken for an empty name
     * @param sizeBytes the size of the value in bytes; negative if unknown
     */
    public static void recordSlotWrite(String slot, long sizeBytes) {
        Work work = CarriedContext.currentWork();
        if (work != null) {
            work.slotWritten(slot, sizeBytes);
        }
    }
}
