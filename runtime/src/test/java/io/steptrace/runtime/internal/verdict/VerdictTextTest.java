package io.steptrace.runtime.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a person reads of a verdict, and what stands in the attribute. */
class VerdictTextTest {

    private static final long MILLI = 1_000_000;
    private static final Pattern PART = Pattern.compile("(\\d+)(?:\\.(\\d\\d))? (?:working|waiting|unknown)");

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(locale);
    }

    @Test
    void saysWhatWasWaitedFor() {
        Verdict verdict = new Verdict(35 * MILLI, 483 * MILLI, 0,
                List.of(new WaitedFor("http.get comments", 380 * MILLI), new WaitedFor("queue worker", 62 * MILLI),
                        new WaitedFor("lock PostCache.refresh:41", 41 * MILLI)));
        assertThat(VerdictText.of(verdict)).isEqualTo("518 ms = 35 working + 483 waiting: http.get comments 380, "
                + "queue worker 62, lock PostCache.refresh:41 41");
    }

    @Test
    void leavesOutWhatIsNothing() {
        assertThat(VerdictText.of(new Verdict(12 * MILLI, 0, 0, List.of()))).isEqualTo("12 ms = 12 working");
        assertThat(VerdictText.of(new Verdict(0, 0, 12 * MILLI, List.of()))).isEqualTo("12 ms = 12 unknown");
        assertThat(VerdictText.of(new Verdict(MILLI / 3, 20 * MILLI, MILLI / 4, List.of(new WaitedFor("timer", 20 * MILLI)))))
                .isEqualTo("21 ms = 1 working + 20 waiting: timer 20");
        assertThat(VerdictText.of(new Verdict(0, 0, 0, List.of()))).isEqualTo("0.00 ms = 0.00 working");
    }

    @Test
    void saysWhatIsUnknown() {
        Verdict verdict = new Verdict(10 * MILLI, 20 * MILLI, 5 * MILLI, List.of(new WaitedFor("timer", 20 * MILLI)));
        assertThat(VerdictText.of(verdict)).isEqualTo("35 ms = 10 working + 5 unknown + 20 waiting: timer 20");
    }

    @Test
    void aShortTimeHasDecimalsInEveryLanguage() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        Verdict verdict = new Verdict(1_204_999, 2_500_000, 0, List.of(new WaitedFor("timer", 2_500_000)));
        assertThat(VerdictText.of(verdict)).isEqualTo("3.70 ms = 1.20 working + 2.50 waiting: timer 2.50");
        assertThat(verdict.waitedForText()).containsExactly("timer=2.5");
    }

    @Test
    void saysTheThreeLongest() {
        Verdict verdict = new Verdict(0, 100 * MILLI, 0,
                List.of(new WaitedFor("a", 40 * MILLI), new WaitedFor("b", 30 * MILLI), new WaitedFor("c", 20 * MILLI),
                        new WaitedFor("d", 10 * MILLI)));
        assertThat(VerdictText.of(verdict)).isEqualTo("100 ms = 100 waiting: a 40, b 30, c 20");
        assertThat(verdict.waitedForText()).containsExactly("a=40", "b=30", "c=20");
    }

    @Test
    void theAttributeHasMicroseconds() {
        List<WaitedFor> waitedFor = List.of(new WaitedFor("http.get comments", 1_300 * MILLI),
                new WaitedFor("queue worker", 62_117_500), new WaitedFor("timer", 5_050_499));
        assertThat(new Verdict(0, 1_367_167_999, 0, waitedFor).waitedForText())
                .containsExactly("http.get comments=1300", "queue worker=62.118", "timer=5.05");
    }

    @Test
    void longWordsAreCutButNotWithinACharacter() {
        assertThat(new WaitedFor("x".repeat(60), 0).shortWhat()).isEqualTo("x".repeat(60));
        assertThat(new WaitedFor("x".repeat(61), 0).shortWhat()).isEqualTo("x".repeat(59) + "…");
        assertThat(new WaitedFor("x".repeat(58) + "\uD83D\uDE00\uD83D\uDE00", 0).shortWhat()).isEqualTo("x".repeat(58) + "…");
        Verdict verdict = new Verdict(0, 20 * MILLI, 0, List.of(new WaitedFor("y".repeat(10_000), 20 * MILLI)));
        assertThat(VerdictText.of(verdict)).isEqualTo("20 ms = 20 waiting: " + "y".repeat(59) + "… 20");
        assertThat(verdict.waitedForText()).containsExactly("y".repeat(59) + "…=20");
    }

    @Provide
    Arbitrary<Verdict> verdicts() {
        Arbitrary<Long> nanos = Arbitraries.longs().between(0, 20 * MILLI);
        return Combinators.combine(nanos, nanos, nanos.filter(each -> each > 0).list().ofMaxSize(6))
                .as((working, unknown, waits) -> {
                    List<WaitedFor> waitedFor = new ArrayList<>();
                    waits.forEach(each -> waitedFor.add(new WaitedFor("w" + waitedFor.size(), each)));
                    waitedFor.sort(WaitedFor.BY_LENGTH);
                    return new Verdict(working, waits.stream().mapToLong(Long::longValue).sum(), unknown, waitedFor);
                });
    }

    @Property
    void whatIsReadAddsUp(@ForAll("verdicts") Verdict verdict) {
        String[] sides = VerdictText.of(verdict).split(" ms = ");
        long sum = 0;
        for (Matcher part = PART.matcher(sides[1]); part.find();) {
            sum += units(part.group(1), part.group(2));
        }
        String[] total = sides[0].split("\\.");
        assertThat(units(total[0], total.length == 1 ? null : total[1])).isEqualTo(sum);
    }

    @Property
    void noRoundedPartIsAUnitOff(@ForAll("verdicts") Verdict verdict) {
        long[] partsNanos = verdict.waitedFor().stream().mapToLong(WaitedFor::nanos).toArray();
        for (long sum : new long[] { verdict.waitingNanos() / MILLI, (verdict.waitingNanos() + MILLI - 1) / MILLI }) {
            long[] units = Rounding.of(partsNanos, MILLI, sum);
            long rounded = 0;
            for (int i = 0; i < units.length; i++) {
                assertThat(Math.abs(units[i] * MILLI - partsNanos[i])).isLessThan(MILLI);
                rounded += units[i];
            }
            assertThat(rounded).isEqualTo(sum);
        }
    }

    private static long units(String whole, String decimals) {
        return decimals == null ? Long.parseLong(whole) : Long.parseLong(whole + decimals);
    }
}
