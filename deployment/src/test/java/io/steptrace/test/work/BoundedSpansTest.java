package io.steptrace.test.work;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.CurrentWork;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** What an application or a client says is bounded on a span. */
class BoundedSpansTest extends HttpTest {

    private static final String HUGE = "secret ".repeat(100_000);
    private static final String LONG = "x".repeat(10_000);
    private static final int MAX_TEXT = 4_096;
    private static final int MAX_STACK_TRACE = 32_768;
    private static final int MAX_ELEMENTS = 128;
    private static final int MAX_NAME = 256;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Pages.class)
            .overrideConfigKey("quarkus.steptrace.http.path-params", "true")
            .overrideConfigKey("quarkus.steptrace.debug-jobs", "true")
            .overrideConfigKey("quarkus.http.limits.max-initial-line-length", "64000")
            .overrideConfigKey("quarkus.http.limits.max-header-size", "64000");

    @Inject
    Pages pages;

    @AfterEach
    void everythingIsBounded() {
        spans.flush();
        spans.soFar().forEach(BoundedSpansTest::assertBounded);
        spans.reset();
    }

    @Test
    void argumentsHaveAnEnd() {
        pages.described(HUGE, Collections.nCopies(1_000, HUGE), new String[] { HUGE }, new long[100_000]);

        SpanData step = spans.await("step.described");
        assertThat(attribute(step, "text").toString().length()).isEqualTo(MAX_TEXT);
        assertThat(((List<?>) attribute(step, "texts")).size()).isEqualTo(MAX_ELEMENTS);
        assertThat(((List<?>) attribute(step, "numbers")).size()).isEqualTo(MAX_ELEMENTS);
        assertThat(attribute(step, "array")).asString().startsWith("[secret secret");
    }

    @Test
    void failuresHaveAnEnd() {
        try {
            pages.fails();
        } catch (IllegalStateException expected) {
            // recorded
        }
        SpanData step = spans.await("step.fails");
        assertThat(step.getStatus().getDescription()).hasSize(512);
        Attributes exception = FinishedSpans.exceptions(List.of(step)).get(0).getAttributes();
        assertThat(exception.asMap().keySet()).extracting(Object::toString).containsExactly("exception.message",
                "exception.stacktrace", "exception.type");
        assertThat(exception.asMap().values()).anyMatch(value -> value.equals("java.lang.IllegalStateException"));
        // each of five failures says a little of it
        assertThat(String.join("", exception.asMap().values().stream().map(Object::toString).toList())
                .split("secret", -1)).hasSizeBetween(6 * 70, 6 * 80);
    }

    @Test
    void whatIsSaidOfWorkHasAnEnd() {
        pages.talks();
        assertThat(spans.await("step.talks").getEvents()).extracting(EventData::getName).contains("steptrace.retry",
                "steptrace.slot.write");
    }

    @Test
    void requestsHaveAnEnd() {
        getWith("/pages/" + LONG + "?" + LONG, "User-Agent", LONG);

        SpanData root = root();
        assertThat(attribute(root, "url.path").toString()).hasSize(MAX_TEXT).startsWith("/pages/xxx");
        assertThat(attribute(root, "http.target").toString()).hasSize(MAX_TEXT);
        assertThat(attribute(root, "user_agent.original").toString()).hasSize(MAX_TEXT);
        assertThat(attribute(root, "http.user_agent").toString()).hasSize(MAX_TEXT);
        assertThat(attribute(root, "url.path.params.id").toString()).hasSize(MAX_TEXT);
        assertThat(root.getName()).startsWith("secret ").hasSize(MAX_NAME);
    }

    private static void assertBounded(SpanData span) {
        assertLength(span.getName(), MAX_NAME, "name");
        assertLength(span.getStatus().getDescription(), 512, "status");
        assertBounded(span.getAttributes());
        span.getEvents().forEach(event -> assertBounded(event.getAttributes()));
        span.getLinks().forEach(link -> assertBounded(link.getAttributes()));
    }

    private static void assertBounded(Attributes attributes) {
        attributes.forEach((key, value) -> {
            assertLength(key.getKey(), MAX_NAME, "key");
            int max = key.getKey().equals("exception.stacktrace") ? MAX_STACK_TRACE : MAX_TEXT;
            for (Object element : value instanceof List<?> list ? list : List.of(value)) {
                assertLength(String.valueOf(element), max, key.getKey());
            }
        });
    }

    /** Does not repeat the text where it fails. */
    private static void assertLength(String text, int max, String what) {
        assertThat(text.length()).as(what).isLessThanOrEqualTo(max);
    }

    @Path("/pages")
    public static class Pages {

        @GET
        @Path("/{id}")
        public String page(@PathParam("id") String id) {
            Span.current().updateName(HUGE);
            return "page";
        }

        @Step
        void described(@SpanAttribute("text") String text, @SpanAttribute("texts") List<String> texts,
                @SpanAttribute("array") String[] array, @SpanAttribute("numbers") long[] numbers) {
            // its arguments matter
        }

        @Step
        void fails() {
            Exception cause = IntStream.range(0, 3).mapToObj(i -> new Exception(HUGE))
                    .reduce((one, other) -> new Exception(HUGE, one)).orElseThrow();
            cause.addSuppressed(new Exception(HUGE));
            throw new IllegalStateException(HUGE, cause);
        }

        @Step
        void talks() {
            CurrentWork.recordRetry(2, HUGE, null);
            CurrentWork.recordSlotWrite(HUGE, 1);
            Parking.on(ParkCause.LOCK).token(HUGE).park().close();
        }
    }
}
