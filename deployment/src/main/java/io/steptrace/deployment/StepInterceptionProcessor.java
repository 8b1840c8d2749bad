package io.steptrace.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.recording.RecorderContext;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.deployment.method.MetadataFactory;
import io.steptrace.deployment.method.WorkMethod;
import io.steptrace.runtime.internal.interception.WorkBinding;
import io.steptrace.runtime.internal.interception.WorkDefinitions;
import io.steptrace.runtime.internal.interception.WorkInterceptor;
import io.steptrace.runtime.internal.telemetry.method.MetadataText;
import io.steptrace.runtime.internal.wiring.InvocationProducers;
import io.steptrace.runtime.internal.wiring.SteptraceRecorder;
import io.steptrace.runtime.internal.wiring.TelemetryProducers;
import io.steptrace.runtime.internal.wiring.TelemetryProducers.KnownErrors;
import io.steptrace.runtime.internal.wiring.export.SdkCustomizer;

/** Binds the interceptor to each step and effect, and hands over what it needs to know of them. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class StepInterceptionProcessor {

    /** What Quarkus answers with 401, 403 or a redirection. */
    private static final Set<String> SECURITY_ANSWERS = Set.of(
            "io.quarkus.security.UnauthorizedException", "io.quarkus.security.ForbiddenException",
            "io.quarkus.security.AuthenticationFailedException", "io.quarkus.security.AuthenticationCompletionException",
            "io.quarkus.security.AuthenticationRedirectException");

    @BuildStep
    AnnotationsTransformerBuildItem bind(WorkMethodsBuildItem works) {
        return new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                .whenMethod(works::contains)
                .transform(context -> context.add(AnnotationInstance.builder(WorkBinding.class)
                        .add("id", works.idOf(context.declaration().asMethod())).build())));
    }

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(WorkBinding.class, WorkInterceptor.class, TelemetryProducers.class, InvocationProducers.class,
                        SdkCustomizer.class)
                .setUnremovable().build();
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    void definitions(WorkMethodsBuildItem works, CombinedIndexBuildItem index, SteptraceRecorder recorder,
            RecorderContext recorderContext, BuildProducer<SyntheticBeanBuildItem> beans) {
        MetadataFactory metadata = new MetadataFactory(index.getComputingIndex(), recorderContext::classProxy);
        List<Class<?>> errors = new ArrayList<>();
        MetadataText text = new MetadataText(errors);
        List<String> texts = works.all().stream()
                .map(work -> work.isStep() ? text.write(metadata.step(work)) : text.write(metadata.effect(work))).toList();
        beans.produce(SyntheticBeanBuildItem.configure(WorkDefinitions.class).scope(Singleton.class).unremovable()
                .runtimeValue(
                        recorder.definitions(texts, (int) works.all().stream().filter(WorkMethod::isStep).count(), errors))
                .done());
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem knownErrors(DiscoveredWorkBuildItem discovered, Capabilities capabilities,
            SteptraceRecorder recorder) {
        Set<String> applicationErrors = new TreeSet<>(discovered.applicationErrors());
        applicationErrors.addAll(SECURITY_ANSWERS);
        boolean hasJaxRs = QuarkusClassLoader.isClassPresentAtRuntime("jakarta.ws.rs.WebApplicationException");
        boolean validatesEndpoints = capabilities.isPresent(Capability.HIBERNATE_VALIDATOR)
                && capabilities.isPresent(Capability.RESTEASY_REACTIVE);
        return SyntheticBeanBuildItem.configure(KnownErrors.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.knownErrors(applicationErrors, hasJaxRs, validatesEndpoints)).done();
    }
}
