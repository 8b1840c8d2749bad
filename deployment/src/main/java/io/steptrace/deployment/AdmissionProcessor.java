package io.steptrace.deployment;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.DotName;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.deployment.method.WorkMethod;

/** Lets what guards the caller of a queued step or effect do so before the queue: security and validation. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class AdmissionProcessor {

    private static final String ADMISSION = "io.steptrace.runtime.internal.admission.";
    private static final String VALIDATOR = "io.quarkus.hibernate.validator.runtime.";
    private static final DotName VALIDATED = DotName.createSimple(VALIDATOR + "interceptor.MethodValidated");
    private static final DotName VALIDATED_ENDPOINT = DotName.createSimple(VALIDATOR + "jaxrs.JaxrsEndPointValidated");
    /** After the transformation that puts on Quarkus' own bindings. */
    private static final int LATE = AnnotationTransformation.DEFAULT_PRIORITY_VALUE - 100;

    @BuildStep
    void security(WorkMethodsBuildItem works, Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<AnnotationsTransformerBuildItem> transformers) {
        if (capabilities.isMissing(Capability.SECURITY) || !works.hasAny(WorkMethod::isQueued)) {
            return;
        }
        AnnotationInstance binding = admit(beans, "SecuredJob", "SecurityAdmission");
        transformers.produce(new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                .whenMethod(works.where(WorkMethod::isQueued)).transform(context -> context.add(binding))));
    }

    @BuildStep
    void validation(WorkMethodsBuildItem works, Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<AnnotationsTransformerBuildItem> transformers) {
        if (capabilities.isMissing(Capability.HIBERNATE_VALIDATOR) || !works.hasAny(WorkMethod::isQueued)) {
            return;
        }
        transformers.produce(replace(works, VALIDATED, admit(beans, "ValidatedJob", "ValidationAdmission")));
        if (capabilities.isPresent(Capability.RESTEASY_REACTIVE)) {
            transformers.produce(replace(works, VALIDATED_ENDPOINT,
                    admit(beans, "ValidatedEndpointJob", "EndpointValidationAdmission")));
        }
    }

    /** By name, because their classes refer to extensions that may be absent. */
    private static AnnotationInstance admit(BuildProducer<AdditionalBeanBuildItem> beans, String binding, String interceptor) {
        beans.produce(AdditionalBeanBuildItem.builder().addBeanClasses(ADMISSION + binding, ADMISSION + interceptor)
                .setUnremovable().build());
        return AnnotationInstance.builder(DotName.createSimple(ADMISSION + binding)).build();
    }

    private static AnnotationsTransformerBuildItem replace(WorkMethodsBuildItem works, DotName theirs,
            AnnotationInstance ours) {
        return new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods().priority(LATE)
                .whenMethod(works.where(WorkMethod::isQueued)).transform(context -> {
                    if (context.hasAnnotation(theirs)) {
                        context.remove(annotation -> annotation.name().equals(theirs));
                        context.add(ours);
                    }
                }));
    }
}
