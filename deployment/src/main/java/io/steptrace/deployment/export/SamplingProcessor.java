package io.steptrace.deployment.export;

import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodParameterInfo;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ExecutorBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.steptrace.deployment.config.ConfigCheckedBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.wiring.SpanProcessorProducers;
import io.steptrace.runtime.internal.wiring.sampling.SamplingCustomizer;
import io.steptrace.runtime.internal.wiring.sampling.SamplingParts;
import io.steptrace.runtime.internal.wiring.sampling.SamplingRecorder;

/** Opens sampling. Which sampler there is, if any, is known at run time only. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class SamplingProcessor {

    /** Where it is another class, the beans get what is sampled at its beginning alone. */
    private static final DotName PROVIDER_CUSTOMIZER = DotName
            .createSimple(AutoConfiguredOpenTelemetrySdkBuilderCustomizer.class.getName() + "$TracerProviderCustomizer");
    private static final DotName BEHIND_TAIL = DotName.createSimple(SpanProcessorProducers.BehindTail.class);
    private static final String PROCESSORS = List.class.getName() + "<" + SpanProcessor.class.getName() + ">";

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
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(SamplingCustomizer.class, SpanProcessorProducers.class)
                .setUnremovable().build();
    }

    /** Quarkus adds the span processors that are beans to its SDK: it gets them from us. */
    @BuildStep
    AnnotationsTransformerBuildItem putBehindTail() {
        return new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                .whenMethod(method -> method.isConstructor() && method.declaringClass().name().equals(PROVIDER_CUSTOMIZER))
                .transform(context -> context.declaration().asMethod().parameters().stream()
                        .filter(parameter -> parameter.type().toString().equals(PROCESSORS))
                        .forEach(parameter -> putBehindTail(context, parameter))));
    }

    private static void putBehindTail(AnnotationTransformation.TransformationContext constructor,
            MethodParameterInfo processors) {
        constructor.remove(annotation -> annotation.target().kind() == Kind.METHOD_PARAMETER
                && annotation.target().asMethodParameter().position() == processors.position());
        constructor.add(AnnotationInstance.create(BEHIND_TAIL, processors, List.of()));
    }
}
