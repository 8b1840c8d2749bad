package io.steptrace.deployment;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.gizmo.Gizmo;

/**
 * Empties the handler with which Quarkus records each exception on the span of its request. It cannot be switched off alone.
 * The
 * one class that knows it, by name: a version of Quarkus without it is left as it is.
 */
final class SilencedExceptionHandler {

    private static final String HANDLER = "io.quarkus.opentelemetry.runtime.tracing.instrumentation.resteasy.AttachExceptionHandler";
    private static final String METHOD = "handle";

    private SilencedExceptionHandler() {
    }

    static BytecodeTransformerBuildItem transformer() {
        return new BytecodeTransformerBuildItem.Builder().setClassToTransform(HANDLER)
                .setVisitorFunction((name, visitor) -> new Emptying(visitor)).build();
    }

    private static final class Emptying extends ClassVisitor {

        Emptying(ClassVisitor visitor) {
            super(Gizmo.ASM_API_VERSION, visitor);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (!name.equals(METHOD) || !descriptor.endsWith(")V")) {
                return method;
            }
            method.visitCode();
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(0, 2);
            method.visitEnd();
            return null;
        }
    }
}
