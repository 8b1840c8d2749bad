package io.steptrace.deployment.platform;

import java.util.Map;
import java.util.function.Consumer;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.gizmo.Gizmo;

/** Gives methods of a class of the platform another body; a version of the platform without the class is left as it is. */
final class ReplacedBody extends ClassVisitor {

    private final Map<String, Consumer<MethodVisitor>> bodies;

    private ReplacedBody(ClassVisitor visitor, Map<String, Consumer<MethodVisitor>> bodies) {
        super(Gizmo.ASM_API_VERSION, visitor);
        this.bodies = bodies;
    }

    /** @param bodies the instructions by the names of the methods */
    static BytecodeTransformerBuildItem of(String className, Map<String, Consumer<MethodVisitor>> bodies) {
        return new BytecodeTransformerBuildItem.Builder().setClassToTransform(className)
                .setVisitorFunction((name, visitor) -> new ReplacedBody(visitor, bodies)).build();
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        Consumer<MethodVisitor> body = bodies.get(name);
        if (body == null) {
            return method;
        }
        method.visitCode();
        body.accept(method);
        // computed by the writer
        method.visitMaxs(0, 0);
        method.visitEnd();
        return null;
    }
}
