package io.steptrace.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.awaitility.Awaitility;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.Effect;
import io.steptrace.test.fixture.FinishedSpans;

/** Reads from data sources, with and without waiting for a connection. */
@ApplicationScoped
public class PooledReads {

    static final String READ = "db.get blog_post";
    static final String TRANSACTION = "db.get transaction";

    static final String PARKED = "steptrace.job.parked";
    static final String RESUMED = "steptrace.job.resumed";

    private final FinishedSpans spans;

    PooledReads(FinishedSpans spans) {
        this.spans = spans;
    }

    @Effect(READ)
    boolean read(AgroalDataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(1);
        }
    }

    @Transactional
    @Effect(TRANSACTION)
    void readTwiceInTransaction(AgroalDataSource dataSource) throws SQLException {
        try (Connection first = dataSource.getConnection(); Connection second = dataSource.getConnection()) {
            assertThat(first.isValid(1) && second.isValid(1)).isTrue();
        }
    }

    /** The span of a read that had to wait until the only connection was returned. */
    SpanData contended(Callable<Boolean> read, AgroalDataSource dataSource) throws Exception {
        spans.reset();
        FutureTask<Boolean> waiting;
        try (Connection held = dataSource.getConnection()) {
            waiting = inWait(read);
        }
        waiting.get();
        SpanData span = spans.await(READ);
        assertThat(spans.soFar().stream().filter(PooledReads::isParked)).hasSize(1);
        return span;
    }

    /** Runs a call on another thread, and returns as soon as it waits for a connection. */
    static <T> FutureTask<T> inWait(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.start();
        Awaitility.await().until(() -> Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("waitAvailableHandler")));
        return task;
    }

    static boolean isParked(SpanData span) {
        return FinishedSpans.attribute(span, "job.park_count") != null;
    }

    static void assertParkedOnce(SpanData span) {
        assertThat(FinishedSpans.attribute(span, "job.park_count")).isEqualTo(1L);
        assertThat(FinishedSpans.eventNames(span)).startsWith(PARKED, RESUMED);
        assertThat(FinishedSpans.millis(span, "job.park_wait_ms_total")).isPositive();
        FinishedSpans.assertAccountedFor(span);
    }

    static void assertNotParked(SpanData span) {
        assertThat(isParked(span)).isFalse();
        assertThat(FinishedSpans.eventNames(span)).isEmpty();
    }
}
