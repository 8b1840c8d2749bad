package io.steptrace.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.steptrace.benchmarks.served.JvmSample;

/** The arithmetic of a soak, with plain numbers. */
class SoakFiguresTest {

    private static final Books EXACT = new Books(10, 6, 4, 6, 0, 0, 30, 30, 0);
    /** One trace of three spans never arrived, and of another two spans. */
    private static final Books LOST = new Books(10, 6, 4, 5, 1, 1, 25, 25, 5);

    @Test
    void aFigureGrowsIfItNeverFallsBackToWhatItWas() {
        assertThat(Range.grows(SoakSample::threads, minutes(10, 12, 14))).isTrue();
        assertThat(Range.grows(SoakSample::threads, minutes(10, 14, 10))).isFalse();
    }

    @Test
    void nothingIsSaidOfTheGrowthInTwoMinutes() {
        assertThat(Range.grows(SoakSample::threads, minutes(1, 2))).isFalse();
    }

    @Test
    void aRangeIsThatOfAllSamples() {
        assertThat(Range.of(SoakSample::openFiles, minutes(3, 1, 2)).text(0)).isEqualTo("1 to 3");
        assertThat(Range.of(SoakSample::heapMegabytes, minutes(3, 1)).text(1)).isEqualTo("1.0 to 3.0");
    }

    @Test
    void booksAreExactIfEveryTraceWasDecidedAndEverySpanIsThereOrCountedAsLost() {
        assertThat(EXACT.areExact()).isTrue();
        assertThat(LOST.areExact()).isTrue();
    }

    @Test
    void booksAreNotExactIfATraceWasNotDecided() {
        assertThat(new Books(11, 6, 4, 6, 0, 0, 30, 30, 0).areExact()).isFalse();
    }

    @Test
    void booksAreNotExactIfTheExporterCountsOtherwiseThanTheCollector() {
        assertThat(new Books(10, 6, 4, 6, 0, 0, 31, 30, 0).areExact()).isFalse();
    }

    @Test
    void booksAreNotExactIfATraceIsMissingOrInPartAndNothingIsCountedAsLost() {
        assertThat(new Books(10, 6, 4, 5, 0, 0, 30, 30, 0).areExact()).isFalse();
        assertThat(new Books(10, 6, 4, 6, 1, 0, 30, 30, 0).areExact()).isFalse();
        assertThat(new Books(10, 6, 4, 6, 0, 1, 30, 30, 0).areExact()).isFalse();
    }

    @Test
    void booksAreNotExactIfTracesArriveThatWereDropped() {
        assertThat(new Books(10, 6, 4, 7, 0, 0, 30, 30, 0).areExact()).isFalse();
    }

    @Test
    void aSoakIsGoodIfItsBooksAreExactAndNothingGrows() {
        assertThat(soak(EXACT, 0, 0, 10).isGood()).isTrue();
        assertThat(soak(EXACT, 0, 0, 10, 12, 14).isGood()).isFalse();
        assertThat(soak(EXACT, 1, 0, 10).isGood()).isFalse();
        assertThat(soak(EXACT, 0, 1, 10).isGood()).isFalse();
        assertThat(soak(new Books(11, 6, 4, 6, 0, 0, 30, 30, 0), 0, 0, 10).isGood()).isFalse();
    }

    private static SoakResult soak(Books books, long unexplained, long failed, int... figures) {
        return new SoakResult(books, 0, unexplained, failed, 0, 0, minutes(figures));
    }

    /** Each with one sample, of which every figure is that number. */
    private static List<SoakMinute> minutes(int... figures) {
        return Arrays.stream(figures).mapToObj(figure -> {
            SoakMinute minute = new SoakMinute();
            minute.add(new SoakSample(new JvmSample(figure * 1024L * 1024, figure), figure, figure));
            return minute;
        }).toList();
    }
}
