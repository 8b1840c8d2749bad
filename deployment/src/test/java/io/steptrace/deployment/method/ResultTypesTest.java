package io.steptrace.deployment.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.SubmissionPublisher;

import org.jboss.jandex.Index;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.operators.AbstractUni;
import io.steptrace.Step;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;

class ResultTypesTest {

    @ParameterizedTest
    @CsvSource({ "nothing,VOID,false", "number,VALUE,false", "texts,VALUE,false", "list,VALUE,false",
            "boundedByAValue,VALUE,false",
            "uni,UNI,false", "multi,MULTI,false", "stage,STAGE,false", "future,FUTURE,false", "publisher,PUBLISHER,false",
            "object,UNDECLARED,false", "variable,UNDECLARED,false", "boundedByAStage,UNDECLARED,false",
            "heirOfAFuture,UNDECLARED,false", "vertx,UNDECLARED,false", "anyFuture,UNDECLARED,true",
            "heirOfAUni,VALUE,true", "heirOfAMulti,VALUE,true", "task,VALUE,true", "submission,VALUE,true" })
    void knowsWhatEndsASpan(String method, ResultShape shape, boolean isTooEarly) throws IOException {
        Index index = Index.of(Results.class, Signal.class, HeirOfAUni.class, HeirOfAMulti.class, AbstractUni.class,
                AbstractMulti.class, ForkJoinTask.class, SubmissionPublisher.class);
        WorkMethod work = new StepMethodScanner(index, false).workMethods().stream()
                .filter(found -> found.name().equals(method)).findFirst().orElseThrow();

        assertThat(work.shape()).isEqualTo(shape);
        assertThat(new ResultTypes(index).endsTooEarly(work).isPresent()).isEqualTo(isTooEarly);
    }

    abstract static class HeirOfAUni extends AbstractUni<String> {
    }

    abstract static class HeirOfAMulti extends AbstractMulti<String> {
    }

    static class Signal extends CompletableFuture<String> {
    }

    interface Results<T, N extends Number, S extends CompletionStage<T>> {
        @Step
        void nothing();

        @Step
        int number();

        @Step
        String[] texts();

        @Step
        List<Uni<String>> list();

        @Step
        N boundedByAValue();

        @Step
        Uni<T> uni();

        @Step
        Multi<T> multi();

        @Step
        CompletionStage<T> stage();

        @Step
        CompletableFuture<T> future();

        @Step
        Flow.Publisher<T> publisher();

        @Step
        Object object();

        @Step
        T variable();

        @Step
        S boundedByAStage();

        @Step
        Signal heirOfAFuture();

        @Step
        io.vertx.core.Future<T> vertx();

        @Step
        Future<T> anyFuture();

        @Step
        HeirOfAUni heirOfAUni();

        @Step
        HeirOfAMulti heirOfAMulti();

        @Step
        ForkJoinTask<T> task();

        @Step
        SubmissionPublisher<T> submission();
    }
}
