package io.steptrace.deployment;

import jakarta.inject.Singleton;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ExecutorBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.steptrace.runtime.internal.wiring.SamplingCustomizer;
import io.steptrace.runtime.internal.wiring.SamplingParts;
import io.steptrace.runtime.internal.wiring.SamplingRecorder;

/** Opens sampling. Which sampler there is, if any, is known at run time only. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class SamplingProcessor {

    /** Opened after the export, and so closed before it: what is kept at the very end still has to be sent. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(ConfigCheckedBuildItem.class)
    @Consume(ExportOpenedBuildItem.class)
    @Produce(SamplingOpenedBuildItem.class)
    SyntheticBeanBuildItem open(SamplingRecorder recorder, ExecutorBuildItem executor, ShutdownContextBuildItem shutdown) {
        return SyntheticBeanBuildItem.configure(SamplingParts.class).scope(Singleton.class).unremovable().setRuntimeInit()
                .runtimeValue(recorder.open(executor.getExecutorProxy(), shutdown)).done();
    }

    @BuildStep
    AdditionalBeanBuildItem customizer() {
        return AdditionalBeanBuildItem.unremovableOf(SamplingCustomizer.class);
    }
}
