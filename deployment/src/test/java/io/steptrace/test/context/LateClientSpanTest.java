package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/**
 * The span of a client of Vert.x, which begins only once there is a connection, long after the method that asked for it has
 * returned: it hangs below the effect whose result is still to come.
 */
class LateClientSpanTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(LateCalls.Page.class, LateCalls.Parts.class,
            LateCalls.Client.class);

    @ParameterizedTest
    @ValueSource(strings = { "uni", "stage", "multi", "in-step", "awaited", "queued", "event-loop",
            "beside-a-busy-worker" })
    void hangsBelowTheEffectThatAsked(String path) {
        assertThat(get("/page/" + path).body()).isEqualTo("part");

        assertParents("other.ask");
    }

    @Test
    void hangsBelowEachOfTwoEffectsInTurn() {
        assertThat(get("/page/in-turn").body()).isEqualTo("partpart");

        assertParents("other.ask", "other.ask");
        List<SpanData> calls = calls(2);
        assertThat(calls.get(0).getParentSpanId()).isNotEqualTo(calls.get(1).getParentSpanId());
    }

    /** Which of two effects has asked, nobody can say: it hangs below what encloses both. */
    @Test
    void hangsBelowTheStepOfTwoEffectsAtOnce() {
        assertThat(get("/page/at-once").body()).isEqualTo("partpart");

        assertParents("step.both", "step.both");
    }

    @Test
    void hangsBelowTheRequestOnceTheEffectIsOver() {
        assertThat(get("/page/afterwards").body()).isEqualTo("part");

        assertParents("http.server: GET /page/afterwards");
    }

    /** What the platform's own annotation does. */
    @Test
    void hangsBelowASpanOfThePlatform() {
        assertThat(get("/page/with-span").body()).isEqualTo("part");

        assertParents("spanned");
    }

    @Test
    void hangsBelowASpanOfThePlatformBesideAnEffect() {
        assertThat(get("/page/with-span-beside-effect").body()).isEqualTo("part");

        assertParents("spanned");
    }

    private void assertParents(String... names) {
        List<SpanData> calls = calls(names.length);
        List<SpanData> all = spans.await(found -> found.stream().anyMatch(LateClientSpanTest::isPage));
        assertThat(calls).extracting(call -> all.stream().filter(span -> span.getSpanId().equals(call.getParentSpanId()))
                .map(SpanData::getName).findFirst().orElse("none")).containsExactly(names);
    }

    private List<SpanData> calls(int count) {
        return spans.await(found -> found.stream().filter(LateClientSpanTest::isCall).count() == count
                && found.stream().anyMatch(LateClientSpanTest::isPage)).stream().filter(LateClientSpanTest::isCall).toList();
    }

    private static boolean isPage(SpanData span) {
        return isRoot(span) && span.getName().contains("/page");
    }

    private static boolean isCall(SpanData span) {
        return span.getKind() == SpanKind.CLIENT && span.getName().startsWith("GET");
    }
}
