package io.steptrace.runtime.internal.waits.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream that cannot be opened, or breaks, says so once. */
class RefusedStreamTest {

    private static final Logger LOG = Logger.getLogger(WaitStream.class.getName());

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final ReportedWaits reported = new ReportedWaits();
    private final ExtHandler handler = new ExtHandler() {

        @Override
        protected void doPublish(ExtLogRecord line) {
            lines.add(line.getLevel() + " " + line.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(handler);
    }

    @Test
    void saysThatTheJvmRefuses() {
        start((listener, arming) -> {
            throw new IllegalStateException("not now");
        });
        awaitLine(
                "waits: JDK Flight Recorder refuses (java.lang.IllegalStateException: not now), and only those that are marked"
                        + " are seen - see that this JVM may record and that java.io.tmpdir can be written, or set"
                        + " quarkus.steptrace.detect.waits to false");
    }

    @Test
    void saysThatThereIsNoSuchModule() {
        start((listener, arming) -> {
            throw new NoClassDefFoundError("jdk/jfr/consumer/RecordingStream");
        });
        awaitLine("waits: this Java runtime has no module jdk.jfr, and only those that are marked are seen - add the module, or"
                + " set quarkus.steptrace.detect.waits to false");
    }

    @Test
    void saysThatItBreaksLater() {
        AtomicInteger closed = new AtomicInteger();
        start((listener, arming) -> new TestSource(() -> {
            throw new IOException("No space left on device");
        }, closed));
        awaitLine("waits: JDK Flight Recorder refuses (java.io.IOException: No space left on device), and only those that are"
                + " marked are seen - see that this JVM may record and that java.io.tmpdir can be written, or set"
                + " quarkus.steptrace.detect.waits to false");
        assertThat(closed).hasValue(1);
    }

    @Test
    void saysThatItEndsByItself() {
        start((listener, arming) -> new TestSource(() -> {
        }, new AtomicInteger()));
        awaitLine(
                "waits: the stream of events has ended, and only those that are marked are seen - see that this JVM may record"
                        + " and that java.io.tmpdir can be written, or set quarkus.steptrace.detect.waits to false");
    }

    @Test
    void isClosedWhileItStarts() throws InterruptedException {
        CountDownLatch opens = new CountDownLatch(1);
        CountDownLatch mayOpen = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        WaitStream stream = start((listener, arming) -> {
            opens.countDown();
            mayOpen.await();
            return new TestSource(runs::incrementAndGet, closed);
        });
        opens.await();
        stream.close();
        assertThat(reported.stops()).isEqualTo(1);
        mayOpen.countDown();
        await().until(() -> closed.get() == 1);
        assertThat(runs).hasValue(0);
        assertThat(lines).isEmpty();
        stream.close();
        assertThat(reported.stops()).isEqualTo(1);
    }

    private WaitStream start(WaitSource.Opening opening) {
        WaitStream stream = new WaitStream(reported, opening);
        stream.start();
        return stream;
    }

    private void awaitLine(String line) {
        await().until(() -> reported.stops() > 0);
        assertThat(lines).containsExactly("INFO " + line);
        assertThat(reported.stops()).isEqualTo(1);
    }

    private interface Body {

        void run() throws Exception;
    }

    private record TestSource(Body body, AtomicInteger closed) implements WaitSource {

        @Override
        public void run() throws Exception {
            body.run();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
