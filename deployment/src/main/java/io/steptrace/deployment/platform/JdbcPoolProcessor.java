package io.steptrace.deployment.platform;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.pool.ObservedPool;

/** Observes the pools of JDBC data sources, where there are any. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class JdbcPoolProcessor {

    /** Refers to Agroal, which may be absent. */
    private static final String INTERCEPTOR = "io.steptrace.runtime.internal.wiring.DataSourceInterceptor";

    private static final DotName DATA_SOURCES = DotName.createSimple("io.quarkus.agroal.runtime.DataSources");
    private static final DotName DATA_SOURCE = DotName.createSimple("io.agroal.api.AgroalDataSource");

    @BuildStep
    void observe(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<AnnotationsTransformerBuildItem> transformers) {
        if (capabilities.isMissing(Capability.AGROAL)) {
            return;
        }
        beans.produce(AdditionalBeanBuildItem.builder()
                .addBeanClasses(ObservedPool.class.getName(), INTERCEPTOR).setUnremovable().build());
        transformers.produce(new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                .whenMethod(JdbcPoolProcessor::createsDataSource)
                .transform(context -> context.add(AnnotationInstance.builder(ObservedPool.class).build()))));
    }

    private static boolean createsDataSource(MethodInfo method) {
        return method.declaringClass().name().equals(DATA_SOURCES) && method.name().equals("createDataSource")
                && method.returnType().name().equals(DATA_SOURCE);
    }
}
