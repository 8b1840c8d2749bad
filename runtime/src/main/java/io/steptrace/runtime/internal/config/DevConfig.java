package io.steptrace.runtime.internal.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** The pages of the Dev UI; without meaning outside of dev mode. */
@ConfigGroup
public interface DevConfig {

    /** How many finished local traces the Dev UI holds, the newest ones. At least 1. */
    @WithDefault("200")
    int maxTraces();
}
