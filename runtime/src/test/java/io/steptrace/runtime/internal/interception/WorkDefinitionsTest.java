package io.steptrace.runtime.internal.interception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.telemetry.method.AttemptMetadata;
import io.steptrace.runtime.internal.telemetry.method.MethodMetadata;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.telemetry.method.StepMetadata;
import io.steptrace.runtime.internal.work.StepDefinition;
import io.steptrace.runtime.internal.work.WorkDefinition;

class WorkDefinitionsTest {

    @Test
    void preparesAMethodWhenItIsFirstCalledAndNeverAgain() {
        List<Integer> prepared = new ArrayList<>();
        WorkDefinitions definitions = new WorkDefinitions(3, id -> {
            prepared.add(id);
            return stepNumber(id);
        });
        assertThat(prepared).isEmpty();

        InterceptedMethod first = definitions.get(1);

        assertThat(definitions.get(1)).isSameAs(first);
        assertThat(first.definition().spanName()).isEqualTo("step.1");
        assertThat(prepared).containsExactly(1);
    }

    @Test
    void agreesOnOneMethodWhereAnotherCallIsFaster() {
        AtomicReference<WorkDefinitions> definitions = new AtomicReference<>();
        AtomicReference<InterceptedMethod> faster = new AtomicReference<>();
        definitions.set(new WorkDefinitions(1, id -> {
            WorkDefinition prepared = stepNumber(id);
            if (faster.compareAndSet(null, InterceptedMethod.of(prepared))) {
                faster.set(definitions.get().get(id));
            }
            return prepared;
        }));

        assertThat(definitions.get().get(0)).isSameAs(faster.get());
        assertThat(definitions.get().get(0).guarded()).isNotNull().isSameAs(faster.get().guarded());
    }

    private static WorkDefinition stepNumber(int id) {
        return new StepDefinition(new StepMetadata(new MethodMetadata("step." + id, "Test.step", "", ResultShape.UNI, List.of(),
                List.of(), new AttemptMetadata(2, false)), String.valueOf(id), RenderPhase.NONE), "continuations");
    }
}
