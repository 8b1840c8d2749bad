package io.steptrace.test.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadQueueTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class)
            .overrideConfigKey("quarkus.steptrace.queues.\"light\".virtual-threads", "true")
            .overrideConfigKey("quarkus.steptrace.queues.\"light\".concurrency", "50");

    @Inject
    Work work;

    @Test
    void runsJobsOnVirtualThreadsWithTheRightParents() {
        List<Uni<String>> jobs = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> jobs.add(work.queued()));
        List<String> threads = Uni.join().all(jobs).andCollectFailures().await().indefinitely();

        assertThat(threads).hasSize(200).allMatch(thread -> thread.startsWith("quarkus-virtual-thread"));
        List<SpanData> steps = spans.await("step.queued", 200);
        List<SpanData> all = spans.await(found -> found.stream().filter(span -> span.getName().equals("compute.hash"))
                .count() == 200);
        assertThat(steps).allSatisfy(step -> {
            FinishedSpans.assertAccountedFor(step);
            assertThat(FinishedSpans.childrenOf(step, all)).extracting(SpanData::getName).contains("compute.hash");
        });
    }

    @ApplicationScoped
    public static class Work {

        @Effect("compute.hash")
        int hash(String text) {
            return text.hashCode();
        }

        @Step(queue = "light")
        Uni<String> queued() {
            try (Parking.Parked parked = Parking.park(ParkCause.LOCK)) {
                Thread.yield();
            }
            hash("text");
            return Uni.createFrom().item(Thread.currentThread().getName());
        }
    }
}
