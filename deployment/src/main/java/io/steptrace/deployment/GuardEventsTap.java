package io.steptrace.deployment;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.gizmo.Gizmo;

/**
 * Has SmallRye Fault Tolerance announce to the extension as well what it announces to its own metrics: timeouts, refusals,
 * retries and fallbacks. The one class that knows where it does, by name: a version without the method is left as it is.
 */
final class GuardEventsTap {

    private static final String CORE = "io/smallrye/faulttolerance/core/";
    private static final String CONTEXT = "io.smallrye.faulttolerance.core.FaultToleranceContext";
    private static final String METHOD = "fireEvent";
    private static final String EVENT = "(L" + CORE + "FaultToleranceEvent;)V";
    private static final String TAP = "io/steptrace/runtime/internal/interception/attempt/GuardEvents";
    private static final String TAPPED = "(L" + CORE + "FaultToleranceContext;L" + CORE + "FaultToleranceEvent;)V";

    private GuardEventsTap() {
    }

    static BytecodeTransformerBuildItem transformer() {
        return new BytecodeTransformerBuildItem.Builder().setClassToTransform(CONTEXT)
                .setVisitorFunction((name, visitor) -> new Tapping(visitor)).build();
    }

    private static final class Tapping extends ClassVisitor {

        Tapping(ClassVisitor visitor) {
            super(Gizmo.ASM_API_VERSION, visitor);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (!name.equals(METHOD) || !descriptor.equals(EVENT)) {
                return method;
            }
            return new MethodVisitor(Gizmo.ASM_API_VERSION, method) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    visitVarInsn(Opcodes.ALOAD, 0);
                    visitVarInsn(Opcodes.ALOAD, 1);
                    visitMethodInsn(Opcodes.INVOKESTATIC, TAP, "fired", TAPPED, false);
                }
            };
        }
    }
}
