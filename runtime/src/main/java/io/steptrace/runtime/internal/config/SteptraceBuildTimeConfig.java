package io.steptrace.runtime.internal.config;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is fixed when the application is built. */
@ConfigMapping(prefix = "quarkus.steptrace")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface SteptraceBuildTimeConfig {

    /**
     * Whether steps and effects are traced at all. If not, the application's classes carry no interceptor and no bean of this
     * extension, and queued methods run on their caller.
     */
    @WithDefault("true")
    boolean enabled();

    /** The exporter. */
    Export export();

    /** How spans are exported. */
    interface Export {

        /**
         * Whether spans are exported through spool, retry and circuit breaker. If not, Quarkus' own exporter is used,
         * untouched. It is used as well where the application brings a `SpanExporter` of its own.
         */
        @WithDefault("true")
        boolean guard();
    }
}
