package io.steptrace.runtime.internal.export.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportTally;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.time.TestClock;

class TroubleLogTest {

    private static final String CATEGORY = TroubleLogTest.class.getName();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(0);
    private final ExportTally tally = new ExportTally();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final java.util.logging.Logger logger = java.util.logging.Logger.getLogger(CATEGORY);
    private final Handler handler = new Lines();

    private SpoolFill fill = SpoolFill.EMPTY;
    private final TroubleLog trouble = new TroubleLog(Logger.getLogger(CATEGORY), clock, "http://collector/v1/traces", tally,
            () -> fill);

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    @Test
    void saysNothingWhileAllIsWell() {
        assertThat(trouble.report()).isNull();
        trouble.settled();
        clock.advance(MINUTE.toNanos());

        assertThat(trouble.report()).isNull();
        assertThat(lines).isEmpty();
    }

    @Test
    void summarizesTroubleEachMinute() {
        fill = new SpoolFill(1, 12, 900);
        trouble.failed("Connection refused");

        for (int second = 0; second < 180; second++) {
            trouble.failed("Connection refused");
            trouble.report();
            clock.advance(Duration.ofSeconds(1).toNanos());
        }
        trouble.report();

        assertThat(lines).hasSize(3).allMatch(line -> line.contains("(Connection refused): 12 spans spooled, 0 lost"));
    }

    @Test
    void tellsAFirstLossAtOnceAndFurtherOnesTogether() {
        tally.lost("400", 3);
        trouble.report();
        tally.lost("400", 4);
        Duration next = trouble.report();
        clock.advance(next.toNanos());
        trouble.report();

        assertThat(next).isEqualTo(MINUTE);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("3 lost since the start {400=3}");
        assertThat(lines.get(1)).contains("7 lost since the start {400=7}");
    }

    @Test
    void forgetsTroubleThatEndedByItself() {
        fill = new SpoolFill(1, 12, 900);
        trouble.failed("Connection refused");
        fill = SpoolFill.EMPTY;
        trouble.settled();
        clock.advance(MINUTE.toNanos());

        assertThat(trouble.report()).isNull();
        assertThat(lines).isEmpty();
    }

    @Test
    void keepsQuietAMinuteLongThoughTroubleComesAndGoes() {
        for (int second = 0; second < 60; second++) {
            tally.lost("400", 1);
            trouble.report();
            trouble.settled();
            clock.advance(Duration.ofSeconds(1).toNanos());
        }

        assertThat(lines).hasSize(1);
    }

    @Test
    void saysOneLineForEachTransition() {
        fill = new SpoolFill(2, 40, 900);
        trouble.failed("HTTP status 503");
        trouble.breaker(BreakerState.OPEN, Duration.ofSeconds(30));
        trouble.breaker(BreakerState.HALF_OPEN, Duration.ofSeconds(30));
        trouble.breaker(BreakerState.CLOSED, Duration.ofSeconds(30));

        assertThat(lines).containsExactly(
                "Trace export to http://collector/v1/traces: circuit breaker open (HTTP status 503), next trial in 30 s; "
                        + "40 spans spooled",
                "Trace export to http://collector/v1/traces: circuit breaker half-open, one trial; 40 spans spooled",
                "Trace export to http://collector/v1/traces: circuit breaker closed, 40 spans spooled are being sent");
    }

    @Test
    void repeatsNoRemarkOfACollector() {
        for (int i = 0; i < 100; i++) {
            trouble.remarked(new PartialSuccess(2, "too old"));
            clock.advance(MINUTE.toNanos());
        }
        trouble.remarked(new PartialSuccess(1, "too large"));

        assertThat(lines).containsExactly(
                "Trace export to http://collector/v1/traces: a request was accepted, but for 2 of its spans: too old",
                "Trace export to http://collector/v1/traces: a request was accepted, but for 1 of its spans: too large");
    }

    @Test
    void tellsWhatStaysBehind() {
        trouble.leftBehind(0, 0);
        trouble.leftBehind(0, 5);
        trouble.leftBehind(5, 0);
        trouble.leftBehind(5, 2);

        assertThat(lines).containsExactly("Trace export to http://collector/v1/traces ends: 5 spans lost",
                "Trace export to http://collector/v1/traces ends: 5 spans kept on disk for the next start",
                "Trace export to http://collector/v1/traces ends: 5 spans kept on disk for the next start, 2 spans lost");
    }

    @Test
    void saysOnceThatTheFolderCannotBeUsedAndOnceThatItCan() {
        trouble.refused(null);
        for (int i = 0; i < 100; i++) {
            trouble.refused("No space left on device");
            clock.advance(MINUTE.toNanos());
        }
        trouble.refused("Input/output error");
        trouble.refused(null);
        trouble.refused(null);

        assertThat(lines).containsExactly(
                "Trace export to http://collector/v1/traces: the spool's folder cannot be used (No space left on device),"
                        + " what it does not take waits in memory; 0 spans spooled",
                "Trace export to http://collector/v1/traces: the spool's folder is used again; 0 spans spooled");
    }

    @Test
    void saysNothingOfAFolderThatComesAndGoesForAMinute() {
        for (int i = 0; i < 60; i++) {
            trouble.refused("No space left on device");
            trouble.refused(null);
            clock.advance(Duration.ofSeconds(1).toNanos());
        }
        assertThat(lines).hasSize(2);

        trouble.refused("No space left on device");

        assertThat(lines).hasSize(3);
    }

    private final class Lines extends ExtHandler {
        @Override
        public void publish(LogRecord record) {
            lines.add(
                    record instanceof org.jboss.logmanager.ExtLogRecord ext ? ext.getFormattedMessage() : record.getMessage());
        }
    }
}
