package io.steptrace.benchmarks.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.steptrace.benchmarks.drill.Sent.Account;
import io.steptrace.benchmarks.served.JvmSample;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;

/** The arithmetic of the drills, with plain numbers. */
class DrillFiguresTest {

    private static final long SECOND = 1_000_000_000;
    private static final String SPAN = "0102030405060708";
    private static final Account THREE_LOST = new Account(10, 7, 0);

    private final Collector collector = Collector.listening();
    private final Latencies latencies = new Latencies();

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void anAccountKeepsLostDeliveredAndDuplicateApart() {
        Account account = Account.of(Set.of("a", "b", "c"), Map.of("a", 1, "b", 3));

        assertThat(account).isEqualTo(new Account(3, 2, 2));
        assertThat(account.lost()).isEqualTo(1);
    }

    @Test
    void anAccountDoesNotSetAStrangerAgainstALoss() {
        assertThat(Account.of(Set.of("a"), Map.of("stranger", 1)).lost()).isEqualTo(1);
    }

    @Test
    void cutAnswersExplainNothingWhereThereAreNone() {
        assertThat(cut(System.nanoTime()).unexplained(Map.of("once", 1, "twice", 2, "thrice", 3))).isEqualTo(3);
    }

    @Test
    void cutAnswersExplainOneDuplicateOfWhatWasAcceptedShortlyBeforeADeath() throws Exception {
        send();
        long death = arrival() + SECOND / 2;

        assertThat(cut(death).unexplained(Map.of(SPAN, 2))).isZero();
        assertThat(cut(death).unexplained(Map.of(SPAN, 3))).isEqualTo(1);
    }

    @Test
    void cutAnswersDoNotExplainWhatWasAcceptedLongBeforeADeathOrAfterIt() throws Exception {
        send();

        assertThat(cut(arrival() + 2 * SECOND).unexplained(Map.of(SPAN, 2))).isEqualTo(1);
        assertThat(cut(arrival() - 1).unexplained(Map.of(SPAN, 2))).isEqualTo(1);
    }

    @Test
    void cutAnswersDoNotExplainWhatWasRefused() throws Exception {
        collector.always(Behaviour.status(503));
        send();

        assertThat(cut(arrival() + SECOND / 2).unexplained(Map.of(SPAN, 2))).isEqualTo(1);
    }

    private CutAnswers cut(long death) {
        return new CutAnswers(collector.requests(), List.of(death));
    }

    private long arrival() {
        return collector.requests().get(0).nanoTime();
    }

    private void send() throws IOException, InterruptedException {
        ExportTraceServiceRequest.Builder body = ExportTraceServiceRequest.newBuilder();
        body.addResourceSpansBuilder().addScopeSpansBuilder().addSpansBuilder()
                .setSpanId(ByteString.fromHex(SPAN));
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(collector.url() + "/v1/traces"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.build().toByteArray())).build(),
                HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void latenciesAreThoseThatSoManyAnswersDoNotExceed() {
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.percentileMillis(50)).isEqualTo(50);
        assertThat(latencies.percentileMillis(99)).isEqualTo(99);
    }

    @Test
    void latenciesAreThoseOfTheOneAnswerThereIs() {
        latencies.add(7_000_000);

        assertThat(latencies.percentileMillis(1)).isEqualTo(7);
        assertThat(latencies.percentileMillis(99)).isEqualTo(7);
    }

    @Test
    void latenciesAreNoNumberWithoutAnswers() {
        assertThat(latencies.percentileMillis(50)).isNaN();
    }

    @Test
    void aSoakNoticesThreadsThatNeverFallBackToWhatTheyWere() {
        assertThat(soak(0, 10, 12, 14).threadsGrow()).isTrue();
        assertThat(soak(0, 10, 14, 10).threadsGrow()).isFalse();
    }

    @Test
    void aSoakForgivesALossThatIsCountedAndNoOther() {
        assertThat(soak(5, 10).isGood()).isTrue();
        assertThat(soak(4, 10).unaccounted()).isEqualTo(1);
        assertThat(soak(4, 10).isGood()).isFalse();
    }

    /** Five of ten spans lost. */
    private static SoakResult soak(long countedLost, int... threads) {
        List<SoakMinute> minutes = Arrays.stream(threads).mapToObj(DrillFiguresTest::minute).toList();
        return new SoakResult(new Account(10, 5, 0), countedLost, 0, 0, 0, 0, minutes);
    }

    private static SoakMinute minute(int threads) {
        SoakMinute minute = new SoakMinute();
        minute.add(new JvmSample(0, threads));
        return minute;
    }

    @Test
    void aCellIsRightIfEveryLostSpanIsCounted() {
        assertThat(new CellResult(THREE_LOST, 3, 0, false, true).isRight()).isTrue();
    }

    @Test
    void aCellIsWrongIfMoreOrFewerAreCountedThanAreLost() {
        assertThat(new CellResult(THREE_LOST, 2, 0, false, true).wrongs()).containsExactly("1 not accounted for");
        assertThat(new CellResult(THREE_LOST, 4, 0, false, true).wrongs()).containsExactly("-1 not accounted for");
    }

    @Test
    void aCellIsWrongForAnythingElseThatHappened() {
        assertThat(new CellResult(new Account(10, 7, 2), 3, 1, true, false).wrongs())
                .containsExactly("2 twice", "1 requests failed", "out of memory", "no tracing afterwards");
    }

    @Test
    void thereIsACellOfEachHeapOutageAndKindOfSpans() {
        assertThat(Cell.all()).hasSize(36).doesNotHaveDuplicates().containsAll(Cell.quick());
    }

    @Test
    void thereIsOneHeapForAFirstLook() {
        assertThat(Cell.quick()).hasSize(9).doesNotHaveDuplicates();
        assertThat(Cell.quick()).extracting(Cell::heapMegabytes).containsOnly(80);
    }
}
