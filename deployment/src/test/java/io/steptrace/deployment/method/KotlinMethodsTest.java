package io.steptrace.deployment.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

import io.steptrace.Step;
import io.steptrace.runtime.internal.telemetry.method.StepMetadata;
import kotlin.Metadata;
import kotlin.coroutines.Continuation;

/** Methods as the compiler of Kotlin makes them. */
class KotlinMethodsTest {

    private static final String PLAIN = "(Ljava/lang/String;)Ljava/lang/String;";

    @Test
    void refusesFunctionsThatSuspend() throws IOException {
        Index index = index(true, "load",
                "(Ljava/lang/String;" + Type.getDescriptor(Continuation.class) + ")Ljava/lang/Object;");

        assertThat(new StepMethodValidator(index).check(only(index))).extracting(Violation::message)
                .containsExactly(
                        "suspend function: org.acme.Posts#load - return Uni or CompletionStage instead, or annotate the"
                                + " functions it calls that do not suspend");
    }

    @Test
    void callsAFunctionWithAnInlineClassByItsNameInTheSource() throws IOException {
        assertThat(metadata(index(true, "named-d7bj1SM", PLAIN)).name()).isEqualTo("named");
        assertThat(metadata(index(true, "named-d7bj1SM", PLAIN)).method().spanName()).isEqualTo("step.named");
        assertThat(metadata(index(true, "named-d7bj1SM", PLAIN)).method().codeFunction()).isEqualTo("org.acme.Posts.named");
    }

    @Test
    void callsAnInternalFunctionByItsNameInTheSource() throws IOException {
        assertThat(metadata(index(true, "named$app_main", PLAIN)).name()).isEqualTo("named");
        assertThat(metadata(index(true, "named-d7bj1SM$app_main", PLAIN)).name()).isEqualTo("named");
    }

    @Test
    void leavesNamesOfOtherLanguagesAlone() throws IOException {
        assertThat(metadata(index(false, "named$it", PLAIN)).name()).isEqualTo("named$it");
        assertThat(metadata(index(true, "$named", PLAIN)).name()).isEqualTo("$named");
    }

    @Test
    void saysWhichOfTwoFunctionsIsMeantWhereTheSourceHasOneNameForThem() throws IOException {
        Index index = index(true, "named-d7bj1SM", PLAIN, "named-AbCdEfG", "(I)Ljava/lang/String;");

        assertThat(StepMethodValidator.checkNames(new StepMethodScanner(index, false).workMethods()))
                .extracting(Violation::message)
                .containsExactly("step name \"named\" twice in one class: org.acme.Posts#named(String) - give it another name"
                        + " than org.acme.Posts#named(int)");
    }

    private static StepMetadata metadata(Index index) {
        return new MetadataFactory(index, name -> Object.class).step(only(index));
    }

    private static WorkMethod only(Index index) {
        return List.copyOf(new StepMethodScanner(index, false).workMethods()).get(0);
    }

    private static Index index(boolean isKotlin, String... namesAndDescriptors) throws IOException {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC, "org/acme/Posts", null, "java/lang/Object", null);
        if (isKotlin) {
            writer.visitAnnotation(Type.getDescriptor(Metadata.class), true).visitEnd();
        }
        for (int i = 0; i < namesAndDescriptors.length; i += 2) {
            MethodVisitor method = writer.visitMethod(ACC_PUBLIC, namesAndDescriptors[i], namesAndDescriptors[i + 1], null,
                    null);
            method.visitAnnotation(Type.getDescriptor(Step.class), true).visitEnd();
            method.visitCode();
            method.visitVarInsn(ALOAD, 1);
            method.visitInsn(ARETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }
        writer.visitEnd();
        Indexer indexer = new Indexer();
        indexer.index(new ByteArrayInputStream(writer.toByteArray()));
        return indexer.complete();
    }
}
