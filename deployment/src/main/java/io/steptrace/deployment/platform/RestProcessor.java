package io.steptrace.deployment.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.processor.scanning.MethodScanner;
import org.objectweb.asm.Opcodes;

import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.quarkus.resteasy.reactive.server.spi.MethodScannerBuildItem;
import io.quarkus.resteasy.reactive.server.spi.PreExceptionMapperHandlerBuildItem;
import io.quarkus.resteasy.reactive.spi.ContainerRequestFilterBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.http.handover.HandoverCustomizer;
import io.steptrace.runtime.internal.http.root.FailureHandler;
import io.steptrace.runtime.internal.http.root.StreamCustomizer;

/**
 * Observes requests to REST endpoints on their way to a worker, their streams and their failures; nothing without quarkus-rest.
 */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class RestProcessor {

    private static final Set<String> STREAMS = Set.of("io.smallrye.mutiny.Multi", "org.jboss.resteasy.reactive.RestMulti",
            "java.util.concurrent.Flow$Publisher", "org.reactivestreams.Publisher");
    private static final String ARRIVAL_FILTER = "io.steptrace.runtime.internal.http.handover.ArrivalFilter";

    /** Records each exception on the span of its request; it cannot be switched off alone. */
    private static final String EXCEPTION_HANDLER = "io.quarkus.opentelemetry.runtime.tracing.instrumentation.resteasy.AttachExceptionHandler";

    @BuildStep
    void requests(Capabilities capabilities, BuildProducer<MethodScannerBuildItem> scanners,
            BuildProducer<ContainerRequestFilterBuildItem> filters) {
        if (capabilities.isMissing(Capability.RESTEASY_REACTIVE)) {
            return;
        }
        scanners.produce(new MethodScannerBuildItem(new MethodScanner() {
            @Override
            public List<HandlerChainCustomizer> scan(MethodInfo method, ClassInfo endpoint, Map<String, Object> context) {
                return STREAMS.contains(method.returnType().name().toString())
                        ? List.of(new HandoverCustomizer(), new StreamCustomizer())
                        : List.of(new HandoverCustomizer());
            }
        }));
        filters.produce(new ContainerRequestFilterBuildItem.Builder(ARRIVAL_FILTER).setPriority(Integer.MIN_VALUE)
                .setRegisterAsBean(true).build());
    }

    /** In place of Quarkus' own recording, which takes an answer of the application for a fault and records a fault twice. */
    @BuildStep
    void failures(Capabilities capabilities, OTelBuildConfig openTelemetry,
            BuildProducer<PreExceptionMapperHandlerBuildItem> handlers,
            BuildProducer<BytecodeTransformerBuildItem> transformers) {
        if (capabilities.isPresent(Capability.RESTEASY_REACTIVE) && openTelemetry.instrument().rest()) {
            handlers.produce(new PreExceptionMapperHandlerBuildItem(new FailureHandler()));
            transformers.produce(ReplacedBody.of(EXCEPTION_HANDLER, Map.of("handle", body -> body.visitInsn(Opcodes.RETURN))));
        }
    }
}
