package io.steptrace.runtime.internal.export;

import java.util.Set;

/**
 * Finds out whether the oldest batch is itself the reason why it cannot be sent: something on the way may refuse its size or
 * its
 * content for ever, and all others would wait behind it. When it has failed for some rounds, a batch from behind it is sent; if
 * that
 * one passes, and the oldest fails right after it, the oldest is at fault. Used by one thread.
 */
final class Suspicion {

    /** What to send next. */
    enum Next {
        /** The oldest, as usual. */
        OLDEST,
        /** One from behind it. */
        ANOTHER,
        /** The oldest, with one attempt: that the collector takes requests is known. */
        OLDEST_ONCE
    }

    /** What to do with a batch that failed. */
    enum Verdict {
        INNOCENT,
        /** Send its halves apart, or give it up if there is one span. */
        GUILTY
    }

    /** What failed rounds, each with all of its repetitions, add up to before another batch is tried. */
    private static final int ENOUGH = 9;

    /** Three rounds are enough, */
    private static final int ROUND = 3;

    /**
     * but nine where the collector says that it is not well, or the credentials: the order is kept as long as that can be
     * believed.
     */
    private static final int UNWELL_ROUND = 1;

    private static final Set<String> UNWELL = Set.of("429", "503", "UNAVAILABLE", "RESOURCE_EXHAUSTED", "401", "403",
            "UNAUTHENTICATED", "PERMISSION_DENIED");

    /** How often a single span has to fail while others pass before it is given up. */
    private static final int PROOFS = 3;

    private static final int MAX_DEPTH = 1 << 20;

    private long oldest = Spool.NONE;
    private int suspicion;
    private int depth = 1;
    private boolean anotherPassed;
    private int proofs;

    /** @param number that of the oldest batch, which its parts keep */
    Next next(long number) {
        if (number != oldest) {
            oldest = number;
            suspicion = 0;
            depth = 1;
            anotherPassed = false;
            proofs = 0;
        }
        if (suspicion < ENOUGH) {
            return Next.OLDEST;
        }
        return anotherPassed ? Next.OLDEST_ONCE : Next.ANOTHER;
    }

    /** How many batches are passed over to find another one: not always the same, which may be as guilty. */
    int depth() {
        return depth;
    }

    /** @param failure null if the circuit breaker allowed no attempt */
    Verdict oldestFailed(ExportFailure failure, int spans) {
        if (failure == null || failure.isUnreachable() || failure.retryAfter() != null) {
            // nothing of the batch was looked at
            return Verdict.INNOCENT;
        }
        if (!anotherPassed) {
            suspicion = Math.min(ENOUGH, suspicion + (UNWELL.contains(failure.errorType()) ? UNWELL_ROUND : ROUND));
            return Verdict.INNOCENT;
        }
        proofs++;
        boolean isGuilty = spans > 1 || proofs >= PROOFS;
        // halves are tried at once; a single span needs one more that passes
        anotherPassed = spans > 1;
        return isGuilty ? Verdict.GUILTY : Verdict.INNOCENT;
    }

    /** @param failure null if the circuit breaker allowed no attempt */
    Verdict anotherFailed(ExportFailure failure, int spans) {
        if (failure != null) {
            // the collector takes nothing, or that one is guilty as well
            suspicion = ENOUGH - ROUND;
            depth = Math.min(2 * depth, MAX_DEPTH);
            proofs = 0;
        }
        return Verdict.INNOCENT;
    }

    /** The batch has left the spool, or been replaced by its parts. */
    void settled(Next which) {
        if (which == Next.ANOTHER) {
            anotherPassed = true;
        } else {
            proofs = 0;
        }
    }
}
