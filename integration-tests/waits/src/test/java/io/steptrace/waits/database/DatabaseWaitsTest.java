package io.steptrace.waits.database;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.test.Trace;
import io.steptrace.traces.FoundWaits;
import io.steptrace.traces.RecordedJob;
import io.steptrace.waits.WaitingApplication;

/** A PostgreSQL server that takes its time, and its driver, which reads from a socket meanwhile. */
@QuarkusTest
class DatabaseWaitsTest extends WaitingApplication {

    private static final String READ = "jdk.SocketRead";

    /** Less than an answer takes: a busy machine may be slow to begin to wait for it. */
    private static final double ANSWER_MS = 30;

    private static boolean isVisited;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @BeforeAll
    static void needsPostgreSql() {
        if (PostgreSql.installed().isEmpty()) {
            String why = "no PostgreSQL on this machine: integration-tests/neighbours/install.sh installs it";
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            // the reports have the reason of what is skipped, the console does not
            System.out.println("Skipped: " + why);
            Assumptions.abort(why);
        }
    }

    @BeforeEach
    void visitsEachPageOnce() {
        awaitDetection();
        if (!isVisited) {
            Stream.of("ask", "slowly", "locked").forEach(page -> visit("/database/" + page));
            isVisited = true;
        }
    }

    @Test
    void findsAnAnswerThatIsLate() {
        assertReads(traceOf("step.ask_database"), "step.ask_database", "ask", "pg_sleep(0.06)").areAtLeast(1)
                .lastAtLeast(ANSWER_MS);
    }

    @Test
    void findsARowThatAnotherTransactionHasLocked() {
        Trace trace = traceOf("step.book");
        assertReads(trace, "step.book", "book", "statement.executeUpdate").areAtLeast(1).lastAtLeast(ANSWER_MS);
        RecordedJob job = RecordedJob.of(trace, "step.book");
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(0.01));
    }

    /** The first row comes with the answer, each of the others with a request of its own. */
    @Test
    void findsEachRowThatIsLate() {
        Trace trace = traceOf("step.read_slowly");
        FoundWaits reads = FoundWaits.in(trace, "step.read_slowly", READ).areAtLeast(8).of("io_wait").from("127.0.0.1", port())
                .lastAtLeast(2 * ANSWER_MS);
        assertThat(reads.spans()).allSatisfy(read -> assertThat(read.getAttributes().get(stringKey("code.function.name")))
                .isEqualTo(Accounts.class.getName() + ".readSlowly"));
        assertThat(RecordedJob.of(trace, "step.read_slowly").parkCount()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void findsTheAnswersBesideTheWaitForAConnection() throws Exception {
        List<Trace> traces = concurrentCalls.get("/database/pool");
        String step = "step.keep_connection";
        traces.forEach(
                trace -> assertReads(trace, step, "keepConnection", "pg_sleep(0.1)").areAtLeast(1).lastAtLeast(ANSWER_MS));

        List<RecordedJob> late = traces.stream().map(trace -> RecordedJob.of(trace, step))
                .filter(job -> !job.waits("job.park(backpressure)").isEmpty()).toList();
        assertThat(late).as("those that waited for a connection as well").isNotEmpty().allSatisfy(job -> {
            SpanData connection = job.waits("job.park(backpressure)").get(0);
            assertThat(FoundWaits.isDetected(connection)).isFalse();
            assertThat(job.waits()).filteredOn(FoundWaits::isDetected)
                    .allSatisfy(wait -> assertThat(apart(wait, connection)).as("apart").isTrue());
            assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(0.01));
            assertThat(job.parkWaitMs()).isCloseTo(job.waits().stream().mapToDouble(RecordedJob::durationMs).sum(),
                    within(0.01));
            assertThat(job.parkCount()).isEqualTo(job.waits().size());
        });
    }

    private FoundWaits assertReads(Trace trace, String step, String method, String code) {
        return FoundWaits.in(trace, step, READ).of("io_wait").at(Accounts.class, method, code).from("127.0.0.1", port());
    }

    private int port() {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    private static boolean apart(SpanData one, SpanData other) {
        return one.getEndEpochNanos() <= other.getStartEpochNanos() || other.getEndEpochNanos() <= one.getStartEpochNanos();
    }
}
