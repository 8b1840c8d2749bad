package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SamplerSpecTest {

    @Test
    void readsAHeadAlone() {
        assertThat(SamplerSpec.parse("head:0.02")).isEqualTo(new SamplerSpec(0.02, List.of()));
        assertThat(SamplerSpec.parse("head:1")).isEqualTo(new SamplerSpec(1, List.of()));
        assertThat(SamplerSpec.parse("head:1e-3")).isEqualTo(new SamplerSpec(0.001, List.of()));
    }

    @Test
    void readsATailInTheOrderWritten() {
        assertThat(SamplerSpec.parse(" head: 0.02 , tail: error | p99|slow( 2s )|error|effect|queue|park|p95").tailRules())
                .containsExactly(new TailRule.Failed(), new TailRule.SlowerThan99(),
                        new TailRule.SlowerThan(Duration.ofSeconds(2)),
                        new TailRule.EffectFailed(), new TailRule.LongQueueWait(), new TailRule.LongPark(),
                        new TailRule.SlowerThan95());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "2s;2000", "500ms;500", "PT1M;60000", "3;3000", "1m;60000" })
    void readsDurationsAsQuarkusDoes(String duration, long millis) {
        assertThat(SamplerSpec.parse("head:0,tail:slow(" + duration + ")").tailRules())
                .containsExactly(new TailRule.SlowerThan(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', value = {
            "'';0;with head:",
            "tail:error;0;with head:",
            "head:;5;a ratio from 0 to 1",
            "head:2;5;a ratio from 0 to 1",
            "head:-0.1;5;a ratio from 0 to 1",
            "head:0.5.5;5;a ratio from 0 to 1",
            "head:0.5x;8;with a comma, or be the end",
            "head:0.5,;9;with tail:",
            "head:0.5,tail:;14;a rule: error, p95, p99, effect, queue, park or slow(<duration>)",
            "head:0.5,tail:error|p98;20;a rule: error, p95, p99, effect, queue, park or slow(<duration>)",
            "head:0.5,tail:error|;20;a rule: error, p95, p99, effect, queue, park or slow(<duration>)",
            "head:0.5,tail:error,p99;19;with a bar, or be the end",
            "head:0.5,tail:slow;18;with (",
            "head:0.5,tail:slow();19;a duration, such as 500ms, 2s or PT1M",
            "head:0.5,tail:slow(0);19;a duration, such as 500ms, 2s or PT1M",
            "head:0.5,tail:slow(2s;21;with )",
    })
    void pointsAtTheCharacterWhereItGoesWrong(String expression, int position, String expected) {
        assertThatThrownBy(() -> SamplerSpec.parse(expression)).isInstanceOfSatisfying(SamplerSyntaxException.class, e -> {
            assertThat(e.position()).isEqualTo(position);
            assertThat(e).hasMessage("\"%s>>%s\" - character %d should begin %s", expression.substring(0, position),
                    expression.substring(position), position + 1, expected);
        });
    }

    @Property(tries = 5_000)
    void readsEverythingOrPointsIntoIt(@ForAll("almostExpressions") String expression) {
        Throwable thrown = catchThrowable(() -> SamplerSpec.parse(expression));

        if (thrown == null) {
            SamplerSpec spec = SamplerSpec.parse(expression);
            assertThat(spec.headRatio()).isBetween(0.0, 1.0);
            assertThat(spec.tailRules()).doesNotHaveDuplicates();
        } else {
            assertThat(thrown).isInstanceOfSatisfying(SamplerSyntaxException.class,
                    e -> assertThat(e.position()).isBetween(0, expression.length()));
        }
    }

    @Property(tries = 2_000)
    void neverFailsOtherwise(@ForAll String expression) {
        Throwable thrown = catchThrowable(() -> SamplerSpec.parse(expression));
        assertThat(thrown == null || thrown instanceof SamplerSyntaxException).isTrue();
    }

    /** Pieces of valid expressions in any order: they reach deeper into the grammar than chance does. */
    @Provide
    Arbitrary<String> almostExpressions() {
        List<String> pieces = new ArrayList<>(List.of("head:", "0.02", "1", "2", ",", "tail:", "error", "p95", "p99", "effect",
                "queue", "park", "slow(", "2s", ")", "|", " ", "1e9", "NaN", "-", "\u00e9"));
        return Arbitraries.of(pieces).list().ofMaxSize(12).map(parts -> String.join("", parts))
                .flatMap(middle -> Arbitraries.of("", "head:0.1", "head:0.1,tail:", "head:0.1,tail:error|")
                        .map(begin -> begin + middle));
    }
}
