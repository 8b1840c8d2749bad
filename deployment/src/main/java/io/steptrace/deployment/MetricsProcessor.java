package io.steptrace.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.wiring.MetricsStart;

/** Registers metrics, where the application is built with any. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class MetricsProcessor {

    @BuildStep
    void register(OTelBuildConfig openTelemetry, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (openTelemetry.metrics().enabled().orElse(false)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(MetricsStart.class));
        }
    }
}
