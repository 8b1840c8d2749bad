package io.steptrace.runtime.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Finished local traces as trees in the log, and which of them are left out. */
@ConfigGroup
public interface ConsoleConfig {

    /** Whether each finished local trace is logged as a tree. */
    @WithParentName
    @ConfigDocDefault("true in dev mode, else false")
    Optional<Boolean> enabled();

    /**
     * Traces that took less time, from their first start to their last end, are left out, failed ones included. Zero leaves out
     * none; negative is refused.
     */
    @WithDefault("0")
    Duration minDuration();

    /**
     * The names of the root spans whose traces are shown, such as `http.server: *,step.nightly`; `*` stands for any characters.
     * Absent means all.
     */
    Optional<List<String>> roots();

    /** Whether traces that the tail of the sampler drops are shown, marked as such. Without a tail there are none. */
    @WithDefault("true")
    boolean dropped();
}
