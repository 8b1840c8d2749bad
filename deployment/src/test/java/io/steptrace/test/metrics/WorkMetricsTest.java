package io.steptrace.test.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.quarkus.bootstrap.classloading.ClassPathElement;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.CurrentWork;
import io.steptrace.Effect;
import io.steptrace.JobQueue;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedMetrics;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** Metrics of all traffic, of which nothing is traced here. */
class WorkMetricsTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.measuring(Work.class)
            .overrideConfigKey("quarkus.otel.traces.sampler", "always_off")
            .overrideConfigKey("quarkus.steptrace.export-job-depth", "true");

    @Inject
    Work work;

    @Inject
    FinishedMetrics metrics;

    @Inject
    @JobQueue("mail")
    ManagedExecutor mail;

    @Test
    void measuresWhatIsNotTraced() {
        for (int i = 0; i < 10; i++) {
            work.page();
        }
        for (int i = 0; i < 4; i++) {
            work.queued().await().atMost(Duration.ofSeconds(10));
        }
        mail.submit(() -> "sent");

        HistogramPointData pages = metrics.awaitHistogram("steptrace.step.duration", series("step.name", "page"), 10);
        assertThat(pages.getAttributes())
                .isEqualTo(series("step.name", "page").toBuilder().put("step.outcome", "done").build());
        assertThat(pages.getSum()).isBetween(0.0, 60.0);
        HistogramPointData reads = metrics.awaitHistogram("steptrace.effect.duration", series("effect.operation", "get"), 10);
        assertThat(reads.getAttributes())
                .isEqualTo(Attributes.builder().put("effect.kind", "cache").put("effect.operation", "get")
                        .put("effect.required", true).put("effect.success", true).build());
        metrics.awaitHistogram("steptrace.effect.duration", series("effect.operation", "send"), 10);
        assertThat(metrics.awaitHistogram("steptrace.job.queue_wait", series("job.queue", "digest"), 4).getSum()).isPositive();
        metrics.awaitHistogram("steptrace.job.dispatch", series("job.queue", "digest"), 4);
        metrics.awaitHistogram("steptrace.job.run_active", series("job.queue", "digest"), 4);
        metrics.awaitHistogram("steptrace.job.run_active", series("job.queue", "mail"), 1);
        metrics.awaitHistogram("steptrace.job.park_wait", series("cause", "lock"), 10);
        metrics.awaitLong("steptrace.job.retries", Attributes.empty(), 10);
        metrics.awaitLong("steptrace.job.depth", series("job.queue", "digest"), 0);
        metrics.awaitDouble("steptrace.cache.hit_ratio", series("effect.target", "author"), 0.5);
        spans.flush();
        assertThat(spans.soFar()).isEmpty();
    }

    /** Where the Grafana that Quarkus starts in dev mode takes dashboards from. */
    @Test
    void bringADashboard() {
        assertThat(QuarkusClassLoader.getElements("META-INF/grafana", false)).filteredOn(ClassPathElement::isRuntime)
                .anyMatch(element -> element
                        .getResource("META-INF/grafana/grafana-dashboard-quarkus-steptrace.json") != null);
    }

    private static Attributes series(String key, String value) {
        return Attributes.of(AttributeKey.stringKey(key), value);
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        Work self;

        private int reads;

        @Step
        void page() {
            self.author();
            try {
                self.newsletter();
            } catch (IllegalStateException e) {
                // optional
            }
            CurrentWork.recordRetry(2, "again", Duration.ZERO);
            Parking.park(ParkCause.LOCK).close();
        }

        @Effect("cache.get author")
        Optional<String> author() {
            return reads++ % 2 == 0 ? Optional.empty() : Optional.of("Ada");
        }

        @Effect(value = "messaging.send newsletter", required = false)
        void newsletter() {
            throw new IllegalStateException("no server");
        }

        @Step(queue = "digest")
        Uni<String> queued() {
            return Uni.createFrom().item("digest");
        }
    }
}
