package io.steptrace.runtime.internal.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** Waits that the application does not mark. */
@ConfigGroup
public interface DetectConfig {

    /**
     * Whether waits are detected that the application does not mark: threads that sleep, wait for a lock, a socket, a file
     * or a future for at least `promote.park-wait` (not below one millisecond), as Flight Recorder of the JDK reports them.
     */
    @WithDefault("true")
    boolean waits();

    /** How many frames of the stack a detected wait is recorded with. Zero for the line of code alone. */
    @WithDefault("32")
    int stackDepth();
}
