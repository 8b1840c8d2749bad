package io.steptrace.test.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** What the application can do so that a span is missing, stands in another trace, or comes twice; nothing complains of it. */
class MissingSpansTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class);

    @Inject
    Work work;

    @Inject
    OpenTelemetry openTelemetry;

    @Test
    void anObjectThatTheApplicationMakesItselfHasNone() {
        new Work().plain();
        work.plain();
        spans.awaitOnly("step.plain");
    }

    @Test
    void aResultThatIsNotSubscribedToNeverEndsItsOwn() {
        work.later();
        work.plain();
        spans.awaitOnly("step.plain");
    }

    @Test
    void aThreadThatKnowsNothingOfTheCallerBeginsAnotherTrace() throws Exception {
        work.outer();
        SpanData outer = spans.await("step.outer");
        SpanData effect = spans.await("db.get post");
        assertThat(effect.getTraceId()).isNotEqualTo(outer.getTraceId());
    }

    @Test
    void twoAnnotationsMakeTwo() {
        work.twice();
        assertThat(spans.await(all -> all.size() == 2)).extracting(SpanData::getName)
                .containsExactlyInAnyOrder("step.twice", "Work.twice");
    }

    @Test
    void metricsLeaveNowhereWhereTheBuildHasNone() {
        assertThat(((OpenTelemetrySdk) ClientProxy.unwrap(openTelemetry)).getSdkMeterProvider().toString())
                .contains("exporter=io.quarkus").contains("NoopMetricExporter");
    }

    @ApplicationScoped
    public static class Work {

        private final ExecutorService own = Executors.newSingleThreadExecutor();

        @Step
        void plain() {
        }

        @Step
        Uni<String> later() {
            return Uni.createFrom().item("never");
        }

        @Step
        void outer() throws InterruptedException {
            own.execute(this::get);
            own.shutdown();
            own.awaitTermination(10, TimeUnit.SECONDS);
        }

        @Effect("db.get post")
        void get() {
        }

        @Step
        @WithSpan
        void twice() {
        }
    }
}
