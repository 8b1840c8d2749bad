package io.steptrace.test.work;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.CurrentWork;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.RenderPhase;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.vertx.core.buffer.Buffer;

class CurrentWorkTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Pages.class)
            .overrideConfigKey("quarkus.steptrace.promote.park-wait", "10s");

    @Inject
    Pages pages;

    @Test
    void theSizeOfTextIsThatInUtf8() {
        pages.text("a\u00e9\u20ac\uD83D\uDE00");
        SpanData span = spans.await("step.text");
        assertThat(attribute(span, "render.phase")).isEqualTo("template");
        assertThat(attribute(span, "render.size_bytes")).isEqualTo(1L + 2 + 3 + 4);
    }

    @Test
    void arraysAndBuffersHaveASizeToo() {
        pages.bytes();
        assertThat(attribute(spans.await("step.bytes"), "render.size_bytes")).isEqualTo(3L);
        pages.buffer().await().indefinitely();
        SpanData buffer = spans.await("step.buffer");
        assertThat(attribute(buffer, "render.phase")).isEqualTo("json_encode");
        assertThat(attribute(buffer, "render.size_bytes")).isEqualTo(5L);
    }

    @Test
    void anUnknownSizeIsLeftOut() {
        pages.opaque();
        SpanData span = spans.await("step.opaque");
        assertThat(attribute(span, "render.phase")).isEqualTo("markdown");
        assertThat(attribute(span, "render.size_bytes")).isNull();
    }

    @Test
    void whatTheApplicationSaysOfRenderingCounts() {
        pages.described();
        SpanData span = spans.await("step.described");
        assertThat(attribute(span, "render.phase")).isEqualTo("other");
        assertThat(attribute(span, "render.size_bytes")).isEqualTo(1234L);
    }

    @Test
    void aStepThatFailsHasRenderedNothing() {
        try {
            pages.text(null);
        } catch (NullPointerException expected) {
            assertThat(attribute(spans.await("step.text"), "render.phase")).isNull();
            return;
        }
        throw new AssertionError("did not fail");
    }

    @Test
    void retriesAndSlotsOfTheApplicationAreToldInOrderAmongParks() {
        pages.retrying();
        SpanData span = spans.await("step.retrying");
        assertThat(eventNames(span)).containsExactly("steptrace.retry", "steptrace.job.parked", "steptrace.slot.write",
                "steptrace.job.resumed", "steptrace.job.completed");
        assertThat(span.getEvents().get(0).getAttributes())
                .hasToString("{attempt=2, backoff_ms=1.5, reason=\"timeout\"}");
        assertThat(span.getEvents().get(2).getAttributes())
                .hasToString("{size_bytes=7, slot=\"draft\"}");
        FinishedSpans.assertAccountedFor(span);
    }

    @Test
    void outsideAnyWorkNothingHappens() {
        CurrentWork.recordRetry(2, null, null);
        CurrentWork.recordRender(null, -1);
        CurrentWork.recordSlotWrite(null, -1);
    }

    @Test
    void nothingToldIsRefused() {
        pages.careless();
        SpanData span = spans.await("step.careless");
        assertThat(eventNames(span)).containsExactly("steptrace.retry", "steptrace.retry", "steptrace.slot.write");
        assertThat(span.getEvents().get(0).getAttributes()).hasToString("{attempt=-1, backoff_ms=0.0}");
        assertThat(attribute(span, "render.phase")).isEqualTo("other");
    }

    @ApplicationScoped
    public static class Pages {

        @Step(render = RenderPhase.TEMPLATE)
        String text(String text) {
            return text.trim();
        }

        @Step(render = RenderPhase.TEMPLATE)
        byte[] bytes() {
            return new byte[3];
        }

        @Step(render = RenderPhase.JSON_ENCODE)
        Uni<Buffer> buffer() {
            return Uni.createFrom().item(Buffer.buffer("12345"));
        }

        @Step(render = RenderPhase.MARKDOWN)
        Object opaque() {
            return new Object();
        }

        @Step(render = RenderPhase.TEMPLATE)
        String described() {
            CurrentWork.recordRender(RenderPhase.OTHER, 1234);
            return "short";
        }

        @Step
        void retrying() {
            CurrentWork.recordRetry(2, "timeout", Duration.ofNanos(1_500_000));
            try (Parking.Parked parked = Parking.park(ParkCause.TIMER)) {
                CurrentWork.recordSlotWrite("draft", 7);
            }
        }

        @Step
        void careless() {
            CurrentWork.recordRetry(-1, null, Duration.ofSeconds(-1));
            CurrentWork.recordRetry(3, null, Duration.ofSeconds(Long.MAX_VALUE));
            CurrentWork.recordSlotWrite(null, -1);
            CurrentWork.recordRender(null, -1);
        }
    }
}
