package io.steptrace.runtime.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No thread of the export ends without a word. */
class ExportThreadTest {

    private static final String LAST_WORDS = "ERROR Trace export: its thread test has ended, and spans are lost from now on -"
            + " restart the application, and report this";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Throwable> ends = new CopyOnWriteArrayList<>();
    private final ExtHandler handler = new Lines();

    @BeforeEach
    void listen() {
        Logger.getLogger("io.steptrace.export").addHandler(handler);
    }

    @AfterEach
    void leave() {
        Logger.getLogger("io.steptrace.export").removeHandler(handler);
    }

    @Test
    void saysWhatItEndsWith() throws InterruptedException {
        Error death = new StackOverflowError();
        ExportThread thread = new ExportThread(() -> {
            throw death;
        }, "test", () -> false);
        assertThat(thread.isLost()).as("before it starts").isFalse();
        thread.start();
        thread.join();

        assertThat(thread.isLost()).isTrue();
        assertThat(lines).containsExactly(LAST_WORDS);
        assertThat(ends).containsExactly(death);
    }

    @Test
    void saysThatItEndsForNoReason() throws InterruptedException {
        ExportThread thread = new ExportThread(() -> {
        }, "test", () -> false);
        thread.start();
        thread.join();

        assertThat(thread.isLost()).isTrue();
        assertThat(lines).containsExactly(LAST_WORDS);
    }

    @Test
    void endsWithoutAWordWhereItMay() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        ExportThread thread = new ExportThread(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, "test", () -> end.getCount() == 0);
        thread.start();
        assertThat(thread.isLost()).isFalse();
        end.countDown();
        thread.join();

        assertThat(thread.isLost()).isFalse();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(lines).isEmpty();
    }

    private final class Lines extends ExtHandler {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + ((ExtLogRecord) record).getFormattedMessage());
            if (record.getThrown() != null) {
                ends.add(record.getThrown());
            }
        }
    }
}
