package io.steptrace.runtime.internal.config;

import java.time.Duration;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** Requests and jobs that do not end. */
@ConfigGroup
public interface StuckConfig {

    /**
     * How long a request or a job runs before the log says where it stands, while it does; and again whenever its age has
     * doubled. Looked at once a second. Zero says nothing; negative is refused.
     */
    @WithDefault("10s")
    Duration after();
}
