package io.steptrace.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;

/** What explains that a span was delivered twice, with a real collector. */
class CutAnswersTest {

    private static final long SECOND = 1_000_000_000;
    private static final String SPAN = "0102030405060708";

    private final Collector collector = Collector.listening();

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void explainNothingWhereThereAreNone() {
        assertThat(cut(System.nanoTime()).unexplained(Map.of("once", 1, "twice", 2, "thrice", 3))).isEqualTo(3);
    }

    @Test
    void explainOneDuplicateOfWhatWasAcceptedShortlyBeforeADeath() throws Exception {
        send();
        long death = arrival() + SECOND / 2;

        assertThat(cut(death).unexplained(Map.of(SPAN, 2))).isZero();
        assertThat(cut(death).unexplained(Map.of(SPAN, 3))).isEqualTo(1);
    }

    @Test
    void doNotExplainWhatWasAcceptedLongBeforeADeathOrAfterIt() throws Exception {
        send();

        assertThat(cut(arrival() + 2 * SECOND).unexplained(Map.of(SPAN, 2))).isEqualTo(1);
        assertThat(cut(arrival() - 1).unexplained(Map.of(SPAN, 2))).isEqualTo(1);
    }

    @Test
    void doNotExplainWhatWasRefused() throws Exception {
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
}
