package io.steptrace.runtime.internal.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** How spans reach their collector. Where it is, and how to talk to it, is said by `quarkus.otel.exporter.otlp.*`. */
@ConfigGroup
public interface ExportConfig {

    /** When a request that failed is sent again. */
    Retry retry();

    /** When a collector that does not answer is left alone. */
    CircuitBreaker circuitBreaker();

    /** Where requests wait that cannot be sent. */
    Spool spool();

    /**
     * How many bytes a request has at most before it is compressed; spans beyond go into a further one. At least 64K, below 2G.
     * Most collectors refuse what is larger than 4M.
     */
    @WithDefault("4092K")
    String maxRequestBytes();

    /**
     * How long the end of the process waits for the collector. What cannot be delivered by then stays on disk, or is lost and
     * counted. Zero waits for no answer; negative is refused.
     */
    @WithDefault("2s")
    Duration shutdownTimeout();

    /** Repetition of requests that failed in a way that OTLP allows to repeat. */
    interface Retry {

        /** How often a request is sent in a row, the first time included. At least 1. */
        @WithDefault("6")
        int maxAttempts();

        /** The pause before the first repetition. At least 1 ms. */
        @WithDefault("100ms")
        Duration initialInterval();

        /** By how much the pause grows with each repetition. At least 1. */
        @WithDefault("1.5")
        double multiplier();

        /** The pause does not grow beyond. At least the initial interval. */
        @WithDefault("2s")
        Duration maxInterval();

        /**
         * How long after the first attempt a repetition may begin. More than the initial interval.
         */
        @WithDefault("10s")
        Duration maxElapsedTime();

        /**
         * How far a collector is obeyed that asks to be left alone for some time, with `Retry-After` for example.
         * Zero means the usual pauses; negative is refused.
         */
        @WithDefault("5m")
        Duration maxRetryAfter();

        /** The part of a pause that is random, up and down. 0 to 1. */
        @WithDefault("0.2")
        double jitter();
    }

    /** The circuit breaker around the collector. */
    interface CircuitBreaker {

        /** How many failed attempts in a row open the breaker. At least 1. */
        @WithDefault("5")
        int failureThreshold();

        /** How long the breaker stays open before it lets one trial through. At least 1 ms. */
        @WithDefault("30s")
        Duration resetTimeout();
    }

    /** The bounded place where requests wait. */
    interface Spool {

        /**
         * Where requests wait while the collector cannot be reached: `memory`; `disk`, where they survive the process; or
         * `none`, so that a request whose repetitions fail is lost.
         */
        @WithParentName
        @WithDefault("memory")
        String kind();

        /** How many spans wait at most. The oldest are dropped first, and counted. At least 1. */
        @WithDefault("20480")
        long maxSpans();

        /**
         * How many bytes the waiting requests take at most, of memory or of the folder. At least 1. Absent means a bound that
         * follows the largest heap this process may have.
         */
        @ConfigDocDefault("64M; in memory a tenth of the heap if that is less")
        Optional<String> maxBytes();

        /**
         * The folder of a spool on disk, for this process alone; created if it does not exist. `~/` is the home folder of the
         * process. Required for `disk`, without a meaning otherwise.
         */
        Optional<String> directory();
    }

    /** Places to wait. */
    enum SpoolKind {
        /** On the heap. */
        MEMORY,
        /** In a folder. */
        DISK,
        /** Nowhere. */
        NONE
    }
}
