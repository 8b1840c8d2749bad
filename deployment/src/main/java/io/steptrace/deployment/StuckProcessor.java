package io.steptrace.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.wiring.WitnessStart;

/** Says what is stuck, in the log and among the health checks. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class StuckProcessor {

    /** Refers to SmallRye Health, which may be absent. */
    private static final String HEALTH_CHECK = "io.steptrace.runtime.internal.health.StuckHealthCheck";

    @BuildStep
    void observe(BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<HealthBuildItem> checks) {
        beans.produce(AdditionalBeanBuildItem.unremovableOf(WitnessStart.class));
        checks.produce(new HealthBuildItem(HEALTH_CHECK, true));
    }
}
