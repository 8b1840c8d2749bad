package io.steptrace.waits.store;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.neighbours.Installed;
import io.steptrace.test.Trace;
import io.steptrace.traces.FoundWaits;
import io.steptrace.traces.RecordedJob;
import io.steptrace.waits.WaitingApplication;

/** A Redis server that takes its time, and its client, which has a span of its own for each command. */
@QuarkusTest
class StoreWaitsTest extends WaitingApplication {

    /** Less than an answer takes: a busy machine may be slow to begin to wait for it. */
    private static final double ANSWER_MS = 800;

    private static boolean isVisited;

    @BeforeAll
    static void needsRedis() {
        Installed.orFailInCi("redis-server");
    }

    @BeforeEach
    void visitsEachPageOnce() {
        awaitDetection();
        if (!isVisited) {
            // the first one connects
            Stream.of("look", "put", "take").forEach(page -> visit("/baskets/" + page));
            isVisited = true;
        }
    }

    @Test
    void findsTheThreadThatWaitsForAnAnswer() {
        Trace trace = traceOf("cache.take basket");
        FoundWaits.in(trace, "cache.take basket", "jdk.ThreadPark").areAtLeast(1).at(Baskets.class, "take", "store.list")
                .lastAtLeast(ANSWER_MS);
        RecordedJob job = RecordedJob.of(trace, "cache.take basket");
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(0.01));
    }

    /** In one tree: the request, the effect, and below it the command as Quarkus has it. */
    @Test
    void hasTheCommandBelowTheEffect() {
        assertCommand("cache.put basket", "set");
        assertCommand("cache.take basket", "blpop");
    }

    /** The command begins when there is a connection, long after the method of the effect has returned. */
    @Test
    void hasTheCommandThatHadToConnectBelowItsAsynchronousEffect() {
        assertCommand("cache.look basket", "get");
    }

    private void assertCommand(String effect, String command) {
        Trace trace = traceOf(effect);
        List<SpanData> commands = trace.childrenOf(trace.only(effect)).stream()
                .filter(span -> span.getKind() == SpanKind.CLIENT).toList();
        assertThat(commands).as(trace::drawn).hasSize(1);
        assertThat(commands.get(0).getName()).isEqualToIgnoringCase(command);
        assertThat(commands.get(0).getAttributes().get(stringKey("db.system"))).isEqualTo("redis");
        assertThat(trace.root().getName()).startsWith("http.server: GET /baskets/");
    }
}
