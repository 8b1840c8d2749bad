package io.steptrace.runtime.internal.telemetry.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.EffectKind;
import io.steptrace.RenderPhase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read is what was written. */
class MetadataTextTest {

    private final List<Class<?>> errors = new ArrayList<>();
    private final MetadataText written = new MetadataText(errors);

    @Property(tries = 200)
    void aStepIsReadAsItWasWritten(@ForAll("methods") MethodMetadata method, @ForAll String name, @ForAll RenderPhase render) {
        StepMetadata step = new StepMetadata(method, name, render);

        String text = written.write(step);

        assertThat(new MetadataText(List.copyOf(errors)).readStep(text)).usingRecursiveComparison().isEqualTo(step);
    }

    @Property(tries = 200)
    void anEffectIsReadAsItWasWritten(@ForAll("methods") MethodMetadata method, @ForAll EffectKind kind,
            @ForAll String operation, @ForAll String target, @ForAll boolean required) {
        EffectMetadata effect = new EffectMetadata(method, kind, operation, target, required);

        String text = written.write(effect);

        assertThat(new MetadataText(List.copyOf(errors)).readEffect(text)).usingRecursiveComparison().isEqualTo(effect);
    }

    @Example
    void anErrorOfManyMethodsIsHeldOnce() {
        for (int method = 0; method < 3; method++) {
            written.write(new StepMetadata(new MethodMetadata("step.a", "A.a", "", ResultShape.VOID, List.of(),
                    List.of(IOException.class), null), "a", RenderPhase.NONE));
        }

        assertThat(errors).containsExactly(IOException.class);
    }

    @Provide
    Arbitrary<MethodMetadata> methods() {
        Arbitrary<ParameterAttribute> parameters = Combinators.combine(Arbitraries.integers().between(0, 254),
                Arbitraries.strings().ofMaxLength(20), Arbitraries.of(ParameterAttribute.Type.class))
                .as(ParameterAttribute::new);
        Arbitrary<Class<?>> declared = Arbitraries.of(IOException.class, FileNotFoundException.class,
                InterruptedException.class);
        Arbitrary<AttemptMetadata> attempts = Combinators.combine(Arbitraries.integers().greaterOrEqual(0),
                Arbitraries.of(true, false)).as(AttemptMetadata::new);
        Arbitrary<String> names = Arbitraries.strings().ofMaxLength(40);
        return Combinators.combine(names, names, names, Arbitraries.of(ResultShape.class), parameters.list().ofMaxSize(3),
                declared.list().ofMaxSize(3), attempts.injectNull(0.5)).as(MethodMetadata::new);
    }
}
