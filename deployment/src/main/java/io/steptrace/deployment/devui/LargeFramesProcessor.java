package io.steptrace.deployment.devui;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.dev.frames.LargeFrames;

/** Makes room for large traces on their way to the Dev UI, where there is an HTTP server and so a Dev UI. */
@BuildSteps(onlyIf = { SteptraceEnabled.class, IsLocalDevelopment.class })
class LargeFramesProcessor {

    @BuildStep
    void frames(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(LargeFrames.class));
        }
    }
}
