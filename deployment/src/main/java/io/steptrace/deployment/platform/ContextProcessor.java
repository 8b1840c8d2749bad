package io.steptrace.deployment.platform;

import java.util.Map;
import java.util.function.Consumer;

import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.vertx.core.deployment.VertxOptionsConsumerBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.wiring.SteptraceRecorder;

/** Keeps the current span of each thread right when the platform changes or clears the place where it is kept. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class ContextProcessor {

    /** After OpenTelemetry has set its tracer. */
    private static final int AFTER_TRACER = Interceptor.Priority.LIBRARY_AFTER + 100;

    /** Carries the current span to callbacks, but leaves it behind on their threads. */
    private static final String PROPAGATION = "io.quarkus.opentelemetry.runtime.propagation.OpenTelemetryMpContextPropagationProvider";

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    void storeByThread(SteptraceRecorder recorder, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        recorder.storeContexts();
        transformers.produce(ReplacedBody.of(PROPAGATION,
                Map.of("currentContext", returning("capture"), "clearedContext", returning("clear"))));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    VertxOptionsConsumerBuildItem keepThroughTheEndOfRequests(SteptraceRecorder recorder) {
        return new VertxOptionsConsumerBuildItem(recorder.keptContexts(), AFTER_TRACER);
    }

    private static Consumer<MethodVisitor> returning(String snapshot) {
        return body -> {
            body.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(CarriedContext.class), snapshot,
                    Type.getMethodDescriptor(Type.getType(ThreadContextSnapshot.class)), false);
            body.visitInsn(Opcodes.ARETURN);
        };
    }
}
