package io.steptrace.runtime.internal.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.pool.PoolParks;

/** Produces the choice of pools to observe. */
@Singleton
public class PoolProducers {

    @Produces
    @Singleton
    PoolParks poolParks(SteptraceConfig config) {
        return new PoolParks(config.parks().jdbc());
    }
}
