package io.steptrace.runtime.internal.sampling;

import java.time.Duration;

/** A reason to keep a trace that was not sampled at its beginning. */
public sealed interface TailRule {

    /** How the rule is written, and what stands in {@code steptrace.sampling.reason}. */
    String name();

    /** A span has failed. */
    record Failed() implements TailRule {
        @Override
        public String name() {
            return "error";
        }
    }

    /** A required effect has failed, be it with an answer of the application. */
    record EffectFailed() implements TailRule {
        @Override
        public String name() {
            return "effect";
        }
    }

    /** The request was slower than 95 of 100 of its route. */
    record SlowerThan95() implements TailRule {
        @Override
        public String name() {
            return "p95";
        }
    }

    /** The request was slower than 99 of 100 of its route. */
    record SlowerThan99() implements TailRule {
        @Override
        public String name() {
            return "p99";
        }
    }

    /** A job waited long in its queue. */
    record LongQueueWait() implements TailRule {
        @Override
        public String name() {
            return "queue";
        }
    }

    /** Work was parked for long. */
    record LongPark() implements TailRule {
        @Override
        public String name() {
            return "park";
        }
    }

    /**
     * The request took at least this long.
     *
     * @param limit more than zero
     */
    record SlowerThan(Duration limit) implements TailRule {
        @Override
        public String name() {
            return "slow";
        }
    }
}
