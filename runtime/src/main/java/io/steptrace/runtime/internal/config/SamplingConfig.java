package io.steptrace.runtime.internal.config;

import java.time.Duration;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * How much is held back until it is decided whether a trace is kept, and how much is kept. What the console has not shown yet,
 * and what a root waits for until it is judged, is bounded likewise.
 */
@ConfigGroup
public interface SamplingConfig {

    /** How many traces are undecided at most. Beyond, the oldest is decided on what is known of it. At least 1. */
    @WithDefault("10000")
    int maxTraces();

    /** How many spans of a trace are held back. A trace that has more is decided on what is known of it. At least 1. */
    @WithDefault("1000")
    int maxSpansPerTrace();

    /**
     * How many spans of all undecided traces together are held back. Beyond, the largest trace is decided on what is known of
     * it. At least 1.
     */
    @WithDefault("100000")
    int maxSpans();

    /** How long a trace stays undecided at most. What takes longer is decided on what is known of it. More than zero. */
    @WithDefault("30s")
    Duration decisionWait();

    /**
     * How many traces the tail keeps in a second at most, with a fair share for each route. Beyond, they are dropped. Zero is
     * no limit; negative is refused.
     */
    @WithDefault("500")
    int maxKeptPerSecond();
}
