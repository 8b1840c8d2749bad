package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.context.LateNotes.Note;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/**
 * The log MDC in the callbacks of a client of Vert.x, which context propagation knows nothing of: it names the step or effect
 * whose result is still to come, as what such a callback begins hangs below it.
 */
class LateLogTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(LateLogs.Page.class, LatePage.class, LateLogs.Parts.class,
            LateNotes.class, LateParts.Client.class);

    @Inject
    LateNotes notes;

    @BeforeEach
    void startOver() {
        notes.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = { "uni", "stage", "multi" })
    void namesTheEffectThatIsAwaited(String kind) {
        get("/page/" + kind);

        assertNames("before", "http.server: GET /page/" + kind);
        assertNames("same turn", "http.server: GET /page/" + kind);
        assertNames("callback", "other.ask");
        assertNames("after", "http.server: GET /page/" + kind);
    }

    /** What the platform's own annotation does. */
    @Test
    void namesASpanOfThePlatform() {
        get("/page/with-span");

        assertNames("callback", "spanned");
    }

    @Test
    void namesItAgainAfterWhatTheCallbackHasEntered() {
        get("/page/entered");

        assertNames("step", "step.within");
        assertNames("after step", "other.ask");
        assertNames("made current", "by hand");
        assertNames("after made current", "other.ask");
        assertNames("with span", "spanned");
        assertNames("after with span", "other.ask");
    }

    @Test
    void namesTheRequestInItsOwnCallbacksBesideAnEffect() {
        get("/page/beside");

        assertNames("callback of request", "http.server: GET /page/beside");
    }

    @Test
    void namesTheStepOfTwoEffectsAtOnceAndThenTheOnlyOneLeft() {
        get("/page/at-once");

        assertNames("first", "step.both");
        assertNames("within both", "step.both");
        assertNames("second", "other.wait");
        assertNames("after", "http.server: GET /page/at-once");
    }

    @Test
    void namesTheRequestOnceTheEffectIsOver() {
        get("/page/afterwards");

        assertNames("afterwards", "http.server: GET /page/afterwards");
    }

    @Test
    void keepsWhatTheApplicationHasPutIntoTheLog() {
        get("/page/uni");

        assertThat(notes.of("callback").user()).isEqualTo("reader");
        assertThat(notes.of("after").user()).isEqualTo("reader");
    }

    private void assertNames(String place, String name) {
        Note note = notes.of(place);
        List<SpanData> all = spans.await(found -> found.stream().anyMatch(span -> isRoot(span)
                && span.getTraceId().equals(note.traceId())));
        assertThat(all).as(place).filteredOn(span -> span.getSpanId().equals(note.spanId())).singleElement()
                .satisfies(span -> {
                    assertThat(span.getName()).as(place).isEqualTo(name);
                    assertThat(note.parentId()).as(place)
                            .isEqualTo(span.getParentSpanContext().isValid() ? span.getParentSpanId() : null);
                });
        assertThat(note.current()).as(place).isEqualTo(note.spanId());
    }
}
