package io.steptrace.test.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** Methods with {@code @WithSpan} and steps call one another. */
class BesideWithSpanTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class);

    @Inject
    Work work;

    @Test
    void areChildrenOfOneAnother() {
        work.outer();
        assertNested(spans.await(all -> all.size() == 3));
    }

    @Test
    void areChildrenOfOneAnotherWhenTheyAreAsynchronous() {
        work.outerUni().await().indefinitely();
        assertNested(spans.await(all -> all.size() == 3));
    }

    private static void assertNested(List<SpanData> all) {
        SpanData effect = FinishedSpans.named(all, "db.get post");
        SpanData plain = all.stream().filter(span -> span.getName().startsWith("Work.")).findFirst().orElseThrow();
        SpanData step = all.stream().filter(span -> span.getName().startsWith("step.")).findFirst().orElseThrow();
        assertThat(effect.getParentSpanId()).isEqualTo(plain.getSpanId());
        assertThat(plain.getParentSpanId()).isEqualTo(step.getSpanId());
    }

    @ApplicationScoped
    public static class Work {

        @Step
        void outer() {
            plain();
        }

        @WithSpan
        void plain() {
            get();
        }

        @Effect("db.get post")
        void get() {
        }

        @Step
        Uni<String> outerUni() {
            return Uni.createFrom().voidItem().chain(() -> plainUni());
        }

        @WithSpan
        Uni<String> plainUni() {
            return Uni.createFrom().voidItem().chain(() -> getUni());
        }

        @Effect("db.get post")
        Uni<String> getUni() {
            return Uni.createFrom().item("post");
        }
    }
}
