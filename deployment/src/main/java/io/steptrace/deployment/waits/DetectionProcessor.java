package io.steptrace.deployment.waits;

import jakarta.inject.Singleton;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.wiring.detection.DetectionRecorder;
import io.steptrace.runtime.internal.wiring.detection.WaitDetection;

/** Has waits detected that the application does not mark. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class DetectionProcessor {

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.unremovableOf(WaitDetection.class);
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem code(DetectionRecorder recorder, ApplicationPackagesBuildItem packages) {
        return SyntheticBeanBuildItem.configure(ApplicationCode.class).scope(Singleton.class)
                .runtimeValue(recorder.code(packages.names())).done();
    }
}
