package io.steptrace.deployment.config;

import java.util.Optional;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.annotations.Record;
import io.steptrace.runtime.internal.config.SteptraceBuildTimeConfig;
import io.steptrace.runtime.internal.wiring.SteptraceRecorder;

/** Checks the configuration before anything is opened. */
class ConfigProcessor {

    @BuildStep(onlyIf = SteptraceEnabled.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    @Produce(ConfigCheckedBuildItem.class)
    void check(SteptraceRecorder recorder, SteptraceBuildTimeConfig config, Optional<CollectorRulesBuildItem> collector) {
        recorder.checkConfig(config.export().guard(), collector.map(CollectorRulesBuildItem::violations).orElse(null));
    }
}
