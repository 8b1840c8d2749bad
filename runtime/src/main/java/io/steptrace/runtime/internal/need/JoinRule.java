package io.steptrace.runtime.internal.need;

import io.steptrace.Join;

/** When a need goes on, and with what. */
interface JoinRule {

    /** Whether the need has got what it waits for. */
    boolean isMet(JoinProgress tally);

    /** Whether effects that have not ended by then are cancelled. */
    default boolean cancelsTheRest() {
        return false;
    }

    /** What a need that is met fails with; {@code null} if it succeeds. */
    default Throwable failure(JoinProgress tally) {
        return tally.requiredFailure();
    }

    /** The rule of a join. */
    static JoinRule of(Join join) {
        return switch (join) {
            case ALL -> JoinProgress::haveAllEnded;
            case ALL_REQUIRED -> JoinProgress::haveAllRequiredEnded;
            case ANY -> new AnyEnd();
            case FIRST_SUCCESS -> new FirstSuccess();
        };
    }

    /** Goes on with the first end. */
    final class AnyEnd implements JoinRule {

        @Override
        public boolean isMet(JoinProgress tally) {
            return tally.hasAnyEnded() || tally.haveAllEnded();
        }

        @Override
        public boolean cancelsTheRest() {
            return true;
        }
    }

    /** Goes on with the first success, or when none can come any more. */
    final class FirstSuccess implements JoinRule {

        @Override
        public boolean isMet(JoinProgress tally) {
            return tally.succeeded() > 0 || tally.haveAllEnded();
        }

        @Override
        public boolean cancelsTheRest() {
            return true;
        }

        @Override
        public Throwable failure(JoinProgress tally) {
            return tally.succeeded() > 0 ? null : tally.requiredFailure();
        }
    }
}
