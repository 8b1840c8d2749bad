package io.steptrace.runtime.internal.export.delivery;

import java.util.Set;

import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.spool.Spool;

/**
 * Finds out whether the oldest batch is itself the reason why it cannot be sent: something on the way may refuse
 * its size or its content for ever, and all younger batches would wait behind it. When it has failed for some rounds, a
 * batch from behind it is sent; if that one passes, and the oldest fails right after it, the oldest is at fault.
 * Once one was, the next are found faster. Used by one thread.
 */
final class Suspicion {

    /** What to send next. */
    enum Next {
        /** The oldest, as usual. */
        OLDEST,
        /** One from behind it. */
        ANOTHER,
        /** The oldest, past the guard: that the collector takes requests is known, or can be found out right after. */
        OLDEST_ASIDE
    }

    /** What to do with a batch that failed. */
    enum Verdict {
        INNOCENT,
        /** Send its halves apart, or give it up if there is one span. */
        GUILTY
    }

    /** What failed rounds, each with all of its repetitions, add up to before another batch is tried. */
    private static final int ENOUGH = 9;

    /** What a failed round counts for: three are enough. */
    private static final int ROUND = 3;

    /**
     * What it counts for where the collector says that it is not well, or refuses the credentials: nine are enough, and the
     * order is kept while that can be believed.
     */
    private static final int UNWELL_ROUND = 1;

    private static final Set<String> UNWELL = Set.of("429", "503", "UNAVAILABLE", "RESOURCE_EXHAUSTED", "401", "403", "407",
            "UNAUTHENTICATED", "PERMISSION_DENIED");

    /** How often a single span has to fail while other batches pass before it is given up. */
    private static final int PROOFS = 3;

    /** Not the very next, which may be of the same kind. */
    private static final int FIRST_DEPTH = 4;

    private static final int MAX_DEPTH = 1 << 20;

    private long oldest = Spool.NONE;
    private int suspicion;
    private int depth = FIRST_DEPTH;
    private boolean anotherPassed;
    private int proofs;

    /** There was a guilty one, and the collector has taken other batches since. */
    private boolean isAlert;

    /** @param number that of the oldest batch, which its parts keep */
    Next next(long number) {
        if (number != oldest) {
            oldest = number;
            depth = FIRST_DEPTH;
            absolve();
        }
        if (suspicion < ENOUGH) {
            return isAlert ? Next.OLDEST_ASIDE : Next.OLDEST;
        }
        return anotherPassed ? Next.OLDEST_ASIDE : Next.ANOTHER;
    }

    /** How many batches are passed over to find another one. */
    int depth() {
        return depth;
    }

    /** @param failure null if the circuit breaker allowed no attempt */
    Verdict oldestFailed(ExportFailure failure, int spans) {
        if (failure == null || failure.isUnreachable()) {
            // nothing of the batch was looked at, and what another has shown is no longer true
            anotherPassed = false;
            isAlert = isAlert && failure == null;
            return Verdict.INNOCENT;
        }
        if (!anotherPassed) {
            boolean isUnwell = failure.retryAfter() != null || UNWELL.contains(failure.errorType());
            suspicion = isAlert ? ENOUGH : Math.min(ENOUGH, suspicion + (isUnwell ? UNWELL_ROUND : ROUND));
            return Verdict.INNOCENT;
        }
        if (spans > 1) {
            // its parts are tried at once
            isAlert = true;
            return Verdict.GUILTY;
        }
        // needs another one that passes, each time
        anotherPassed = false;
        if (failure.retryAfter() == null) {
            proofs++;
        }
        isAlert = proofs >= PROOFS;
        return isAlert ? Verdict.GUILTY : Verdict.INNOCENT;
    }

    /** @param failure null if the circuit breaker allowed no attempt */
    Verdict anotherFailed(ExportFailure failure, int spans) {
        if (failure != null) {
            // the collector takes nothing, or that one is guilty as well
            suspicion = ENOUGH - ROUND;
            depth = Math.min(2 * depth, MAX_DEPTH);
            proofs = 0;
            isAlert = false;
        }
        return Verdict.INNOCENT;
    }

    /** The batch has left the spool, or been replaced by its parts. */
    void settled(Next which) {
        if (which == Next.ANOTHER) {
            anotherPassed = true;
        } else if (!isAlert) {
            absolve();
        } else {
            proofs = 0;
        }
    }

    private void absolve() {
        suspicion = 0;
        anotherPassed = false;
        proofs = 0;
    }
}
