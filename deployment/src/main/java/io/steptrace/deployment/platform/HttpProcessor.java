package io.steptrace.deployment.platform;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.wiring.HttpProducers;

/** Completes the root spans of requests, where there is an HTTP server. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class HttpProcessor {

    /** Refers to the HTTP server, which may be absent. */
    private static final String FILTERS = "io.steptrace.runtime.internal.http.root.RequestFilters";

    @BuildStep
    void roots(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.builder().addBeanClasses(HttpProducers.class.getName(), FILTERS)
                    .setUnremovable().build());
        }
    }
}
