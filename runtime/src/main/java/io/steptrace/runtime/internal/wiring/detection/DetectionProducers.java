package io.steptrace.runtime.internal.wiring.detection;

import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;
import io.steptrace.runtime.internal.waits.ApplicationCode;

/** TEMPORARY. */
@Singleton
public class DetectionProducers {

    @Produces
    @Singleton
    @DefaultBean
    ApplicationCode applicationCode() {
        return new ApplicationCode(Set.of());
    }
}
