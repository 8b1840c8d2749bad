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
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(LateCalls.Page.class, LatePage.class,
            LateParts.Parts.class, LateParts.Client.class);

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

    /** Its result is still to come, but what the code outside goes on with is not for it. */
    @Test
    void givesNothingOfTheSameTurnToAnEffectBesideIt() {
        assertThat(get("/page/in-the-same-turn").body()).isEqualTo("quick");

        assertParentOf("other.quick", "http.server: GET /page/in-the-same-turn");
    }

    @Test
    void hasWhatItsCallbacksBeginBelowTheStepToo() {
        assertThat(get("/page/in-callback").body()).isEqualTo("quick");

        assertParentOf("other.quick", "step.around");
        assertParentOf("by hand", "step.around");
    }

    @Test
    void hasWhatItsCallbacksBeginBelowASpanOfThePlatform() {
        assertThat(get("/page/in-callback-of-the-platform").body()).isEqualTo("quick");

        assertParentOf("other.quick", "around");
        assertParentOf("by hand", "around");
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
        assertThat(calls).extracting(call -> parentOf(call, all)).containsExactly(names);
    }

    private void assertParentOf(String name, String parent) {
        List<SpanData> all = spans.await(found -> found.stream().anyMatch(LateClientSpanTest::isPage));
        assertThat(all).filteredOn(span -> span.getName().equals(name)).extracting(span -> parentOf(span, all))
                .containsExactly(parent);
    }

    private static String parentOf(SpanData child, List<SpanData> all) {
        return all.stream().filter(span -> span.getSpanId().equals(child.getParentSpanId())).map(SpanData::getName).findFirst()
                .orElse("none");
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
