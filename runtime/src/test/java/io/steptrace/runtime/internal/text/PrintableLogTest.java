package io.steptrace.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;

import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrintableLogTest {

    private static final String HOSTILE = "\u001b[2Jx\n2026-01-01 INFO forged\u2028\u202e";

    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();
    private final ExtHandler handler = new Records();
    private final Logger log = PrintableLog.of(PrintableLogTest.class);

    @BeforeEach
    void listen() {
        java.util.logging.Logger.getLogger(PrintableLogTest.class.getName()).addHandler(handler);
    }

    @AfterEach
    void leave() {
        java.util.logging.Logger.getLogger(PrintableLogTest.class.getName()).removeHandler(handler);
    }

    @Test
    void keepsALineALine() {
        log.warn("queue " + HOSTILE);
        log.warnf("queue %s", HOSTILE);
        log.log(Logger.Level.INFO, HOSTILE);
        assertThat(records).hasSize(3).extracting(ExtLogRecord::getFormattedMessage)
                .allMatch(line -> line.codePoints().noneMatch(Character::isISOControl))
                .allMatch(line -> line.contains(" [2Jx 2026-01-01 INFO forged"));
    }

    @Test
    void keepsCategoryAndLevel() {
        log.warnf("from %s", "here");
        assertThat(records.get(0).getLoggerName()).isEqualTo(PrintableLogTest.class.getName());
        assertThat(records.get(0).getLevel().getName()).isEqualTo("WARN");
        assertThat(log.isEnabled(Logger.Level.WARN)).isTrue();
    }

    @Test
    void keepsAFailureThatIsPrintable() {
        Exception failure = new IllegalStateException("fine", new Exception("fine as well"));
        log.error("failed", failure);
        assertThat(records.get(0).getThrown()).isSameAs(failure);
    }

    @Test
    void keepsTheWordsOfFailuresInTheirLines() {
        Exception failure = new IllegalStateException("fine", new Exception(HOSTILE, new Broken()));
        failure.addSuppressed(new Exception("while closing " + HOSTILE));
        log.error("failed", failure);

        StringWriter printed = new StringWriter();
        records.get(0).getThrown().printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString().lines()).filteredOn(line -> line.contains("forged")).hasSize(2);
        assertThat(printed.toString()).startsWith("java.lang.IllegalStateException: fine\n\tat " + getClass().getName())
                .contains("Caused by: java.lang.Exception:  [2Jx 2026-01-01 INFO forged",
                        "Caused by: " + Broken.class.getName() + "\n",
                        "Suppressed: java.lang.Exception: while closing  [2Jx");
    }

    @Test
    void looksIntoWhatWasSuppressedAndPastAnyDepth() {
        Exception failure = new Exception("outer");
        failure.addSuppressed(new Exception("while closing", new Exception(HOSTILE)));
        log.error("failed", failure);
        Exception deep = new Exception(HOSTILE);
        for (int i = 0; i < 100; i++) {
            deep = new Exception("number " + i, deep);
        }
        log.error("failed", deep);

        assertThat(records).hasSize(2).allSatisfy(record -> {
            StringWriter printed = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(printed));
            assertThat(printed.toString()).doesNotContain("\u001b", "\u202e");
        });
    }

    @Test
    void endsWhereFailuresAreEachOthersCause() {
        Exception one = new Exception(HOSTILE);
        one.initCause(new Exception("other", one));
        log.error("failed", one);
        assertThat(records.get(0).getThrown()).hasToString("java.lang.Exception:  [2Jx 2026-01-01 INFO forged  ");
    }

    private static final class Broken extends Exception {
        @Override
        public String getMessage() {
            throw new AssertionError();
        }
    }

    private final class Records extends ExtHandler {
        @Override
        public void publish(LogRecord record) {
            records.add((ExtLogRecord) record);
        }
    }
}
