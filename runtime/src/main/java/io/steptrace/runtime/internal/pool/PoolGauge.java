package io.steptrace.runtime.internal.pool;

/** How full an observed pool is; thread-safe. */
public interface PoolGauge {

    /** As its parks are called, such as {@code jdbc <default>}. */
    String name();

    /** How many connections are in use. */
    int inUse();

    /** How many there may be. */
    int max();

    /** How many callers wait for one. */
    int waiting();
}
