package io.steptrace.runtime.internal.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Which traces are kept, and who else may say so. */
@ConfigGroup
public interface SamplerConfig {

    /**
     * Which traces are kept: `head:<0..1>[,tail:<rule>[|<rule>]...]`. The head is the share of traces that are sampled
     * by their id; the tail says for which reasons others are kept once they have ended: `error`, `p95`, `p99`,
     * `effect`, `queue`, `park`, `slow(<duration>)`. Absent means that Quarkus' own sampler decides.
     */
    @WithParentName
    Optional<String> expression();

    /**
     * Whether a trace is sampled if its remote parent was, and is not if that was not. If not, the head decides on each trace
     * by itself, whatever the parent and the trace id are. Meant for services that anyone can call. Without a sampler it has no
     * effect.
     */
    @WithDefault("true")
    boolean trustRemote();
}
