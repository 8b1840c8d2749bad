package io.steptrace.deployment;

import jakarta.annotation.Priority;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.deployment.method.WorkMethod;
import io.steptrace.runtime.internal.interception.attempt.AttemptBinding;
import io.steptrace.runtime.internal.interception.attempt.AttemptInterceptor;

/** Binds a second interceptor, behind that of fault tolerance, to the steps and effects it may attempt more than once. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class FaultToleranceProcessor {

    private static final String PRIORITY_KEY = "mp.fault.tolerance.interceptor.priority";

    @BuildStep
    void bind(WorkMethodsBuildItem works, BuildProducer<AnnotationsTransformerBuildItem> transformers,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<BytecodeTransformerBuildItem> taps) {
        if (!works.hasAny(WorkMethod::isGuarded)) {
            return;
        }
        taps.produce(GuardEventsTap.transformer());
        beans.produce(AdditionalBeanBuildItem.builder().addBeanClasses(AttemptBinding.class, AttemptInterceptor.class)
                .setUnremovable().build());
        transformers.produce(new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                .whenMethod(works.where(WorkMethod::isGuarded))
                .transform(context -> context.add(AnnotationInstance.builder(AttemptBinding.class).build()))));
        // wherever the application has put fault tolerance, the attempts are seen from behind it
        int priority = ConfigProvider.getConfig().getOptionalValue(PRIORITY_KEY, Integer.class)
                .map(configured -> Math.max(configured + 1, AttemptInterceptor.PRIORITY)).orElse(AttemptInterceptor.PRIORITY);
        transformers.produce(new AnnotationsTransformerBuildItem(AnnotationTransformation.forClasses()
                .whenClass(AttemptInterceptor.class)
                .transform(context -> {
                    context.remove(annotation -> annotation.name().toString().equals(Priority.class.getName()));
                    context.add(AnnotationInstance.builder(Priority.class).value(priority).build());
                })));
    }
}
