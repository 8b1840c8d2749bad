package io.steptrace.waits;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.steptrace.test.Trace;
import io.steptrace.traces.FoundWaits;
import io.steptrace.traces.RecordedJob;
import io.steptrace.waits.io.NeighbourResource;
import io.steptrace.waits.io.Wire;

/** Threads that block until another process, or another endpoint, answers. */
@QuarkusTest
class IoWaitsTest extends WaitingApplication {

    /** Less than an answer takes: a busy machine may be slow to begin to wait for it. */
    private static final double ANSWER_MS = 30;

    private static boolean isVisited;
    private static int port;

    @BeforeEach
    void visitsEachPageOnce() {
        awaitDetection();
        if (!isVisited) {
            visit("/io/neighbour");
            port = Integer.parseInt(RestAssured.get("/io/wire").asString());
            isVisited = true;
        }
    }

    @Test
    void findsAReadOfASocket() {
        Trace trace = traceOf("step.read_wire");
        FoundWaits.in(trace, "step.read_wire", "jdk.SocketRead").are(1).of("io_wait")
                .at(Wire.class, "read", "getInputStream().read()").from("127.0.0.1", port).lastAtLeast(ANSWER_MS);
        assertThat(Laws.verdictMs(trace, "waiting")).isGreaterThanOrEqualTo(ANSWER_MS);
    }

    @Test
    void findsAClientThatBlocksAndWhatItIsAnsweredBy() {
        Trace trace = traceOf("step.ask_neighbour");
        RecordedJob asked = RecordedJob.of(trace, "step.ask_neighbour");
        assertThat(asked.waits()).filteredOn(FoundWaits::isDetected)
                .anySatisfy(wait -> {
                    assertThat(RecordedJob.durationMs(wait)).isGreaterThanOrEqualTo(ANSWER_MS);
                    assertThat(wait.getAttributes().get(stringKey("code.function.name")))
                            .isEqualTo("io.steptrace.waits.io.Neighbourhood.ask");
                });
        FoundWaits.in(trace, "http.server: GET /neighbour", "jdk.ThreadSleep").are(1).of("timer")
                .at(NeighbourResource.class, "answer", "Thread.sleep(THOUGHT_MS)").lastAtLeast(79);
    }

    @Test
    void addsUpAWaitAndTheWaitThatIsItsReasonOnce() {
        Trace trace = traceOf("step.ask_neighbour");
        SpanData root = trace.only("http.server: GET /io/neighbour");
        assertThat(Laws.verdictMs(trace, "waiting")).isBetween(75.0, RecordedJob.durationMs(root));
    }
}
