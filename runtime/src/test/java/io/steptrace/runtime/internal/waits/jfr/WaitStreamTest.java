package io.steptrace.runtime.internal.waits.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.waits.DetectedWait;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** One stream for all: to start one takes a second. */
class WaitStreamTest {

    private static final Duration THRESHOLD = Duration.ofMillis(5);
    /**
     * What a wait is reported of at least that lasts a little longer: timers of the system are not exact to the microsecond.
     */
    private static final Duration LONG = Duration.ofMillis(19);
    private static final long LONGER_MILLIS = 20;
    private static final ReportedWaits REPORTED = new ReportedWaits();
    private static final WaitStream STREAM = new WaitStream(new WaitStreamSettings(THRESHOLD, 8,
            new ApplicationCode(Set.of(WaitStreamTest.class.getPackageName()))), REPORTED);

    @BeforeAll
    static void start() {
        STREAM.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> REPORTED.untilNanos() > 0);
    }

    @AfterAll
    static void close() {
        STREAM.close();
        STREAM.close();
        assertThat(REPORTED.stops()).isEqualTo(1);
    }

    @Test
    void reportsASleep() throws Exception {
        DetectedWait wait = REPORTED.during(() -> {
            Thread.sleep(LONGER_MILLIS);
            return null;
        }).only("jdk.ThreadSleep", LONG);
        assertThat(wait.cause()).isEqualTo(ParkCause.TIMER);
        assertPlace(wait, "reportsASleep");
    }

    @Test
    void reportsAMonitorThatAnotherThreadHolds() throws Exception {
        Object monitor = new StringBuilder();
        DetectedWait wait = REPORTED.during(() -> {
            CountDownLatch held = new CountDownLatch(1);
            new Thread(() -> {
                synchronized (monitor) {
                    held.countDown();
                    sleep(2 * LONGER_MILLIS);
                }
            }).start();
            while (held.getCount() > 0) {
                Thread.onSpinWait();
            }
            synchronized (monitor) {
                return null;
            }
        }).only("jdk.JavaMonitorEnter", THRESHOLD);
        assertThat(wait.cause()).isEqualTo(ParkCause.LOCK);
        assertThat(wait.token()).isEqualTo(StringBuilder.class.getName());
        assertPlace(wait, "reportsAMonitorThatAnotherThreadHolds");
    }

    @Test
    void reportsAMonitorThatIsWaitedFor() throws Exception {
        DetectedWait wait = REPORTED.during(() -> {
            synchronized (REPORTED) {
                REPORTED.wait(LONGER_MILLIS);
            }
            return null;
        }).only("jdk.JavaMonitorWait", LONG);
        assertThat(wait.cause()).isEqualTo(ParkCause.OTHER);
        assertThat(wait.token()).isEqualTo(ReportedWaits.class.getName());
    }

    @Test
    void reportsASocketThatAnswersLate() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> answerLate(server)).start();
            DetectedWait wait = REPORTED.during(() -> {
                try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                    return socket.getInputStream().read();
                }
            }).only("jdk.SocketRead", THRESHOLD);
            assertThat(wait.cause()).isEqualTo(ParkCause.IO_WAIT);
            assertThat(wait.peerAddress()).isEqualTo(server.getInetAddress().getHostAddress());
            assertThat(wait.peerPort()).isEqualTo(server.getLocalPort());
            assertPlace(wait, "reportsASocketThatAnswersLate");
        }
    }

    @Test
    void reportsAFuture() throws Exception {
        DetectedWait wait = REPORTED.during(() -> {
            CompletableFuture<Integer> future = new CompletableFuture<>();
            CompletableFuture.delayedExecutor(LONGER_MILLIS * 2, TimeUnit.MILLISECONDS).execute(() -> future.complete(1));
            return future.get();
        }).only("jdk.ThreadPark", THRESHOLD);
        assertThat(wait.cause()).isEqualTo(ParkCause.OTHER);
        assertThat(wait.token()).isEqualTo("java.util.concurrent.CompletableFuture$Signaller");
    }

    @Test
    void reportsASemaphoreAsALock() throws Exception {
        DetectedWait wait = REPORTED.during(() -> new Semaphore(0).tryAcquire(2 * LONGER_MILLIS, TimeUnit.MILLISECONDS))
                .only("jdk.ThreadPark", THRESHOLD);
        assertThat(wait.cause()).isEqualTo(ParkCause.LOCK);
        assertThat(wait.token()).startsWith(Semaphore.class.getName());
        assertPlace(wait, "reportsASemaphoreAsALock");
    }

    @Test
    void reportsAConditionAsALock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Condition condition = lock.newCondition();
        DetectedWait wait = REPORTED.during(() -> {
            lock.lock();
            return condition.await(2 * LONGER_MILLIS, TimeUnit.MILLISECONDS);
        }).only("jdk.ThreadPark", THRESHOLD);
        assertThat(wait.cause()).isEqualTo(ParkCause.LOCK);
    }

    @Test
    void reportsAPauseOfTheJvm() throws Exception {
        List<DetectedWait> pauses = await().atMost(Duration.ofSeconds(60)).until(() -> {
            List<Integer> much = IntStream.range(0, 2_000_000).boxed().collect(Collectors.toCollection(LinkedList::new));
            System.gc();
            REPORTED.during(much::size);
            return REPORTED.of(wait -> wait.cause() == ParkCause.GC);
        }, found -> !found.isEmpty());
        assertThat(pauses).allSatisfy(wait -> {
            assertThat(wait.threadId()).isEqualTo(DetectedWait.ALL_THREADS);
            assertThat(wait.code().function()).isNull();
        });
    }

    @Test
    void leavesOutTheShorterOnesOfAnotherRecordingAndLeavesThemToIt(@TempDir Path folder) throws Exception {
        Path dump = folder.resolve("other.jfr");
        try (Recording other = new Recording()) {
            other.enable("jdk.ThreadSleep").withThreshold(Duration.ZERO).withStackTrace();
            other.enable("jdk.ThreadPark").withThreshold(Duration.ZERO).withStackTrace();
            other.start();
            REPORTED.during(() -> {
                for (int i = 0; i < 20; i++) {
                    Thread.sleep(1);
                }
                Thread.sleep(LONGER_MILLIS);
                return null;
            });
            other.stop();
            other.dump(dump);
        }
        assertThat(REPORTED.all()).isNotEmpty()
                .allSatisfy(wait -> assertThat(Duration.ofNanos(wait.durationNanos())).isGreaterThanOrEqualTo(THRESHOLD));
        assertThat(RecordingFile.readAllEvents(dump)).filteredOn(event -> event.getThread() != null
                && "waiting".equals(event.getThread().getJavaName()) && event.getStackTrace() != null)
                .extracting(event -> event.getEventType().getName()).filteredOn("jdk.ThreadSleep"::equals).hasSize(21);
    }

    /** Other waits of virtual threads make no event. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void reportsASleepOfAVirtualThread() throws Exception {
        DetectedWait wait = REPORTED.during(() -> {
            Thread.sleep(LONGER_MILLIS);
            return null;
        }, WaitStreamTest::virtual).only("jdk.ThreadSleep", LONG);
        assertThat(wait.cause()).isEqualTo(ParkCause.TIMER);
        assertPlace(wait, "reportsASleepOfAVirtualThread");
    }

    private static Thread virtual(Runnable body) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            type.getMethod("name", String.class).invoke(builder, "waiting");
            return (Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, body);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertPlace(DetectedWait wait, String method) {
        assertThat(wait.code().function()).isEqualTo(WaitStreamTest.class.getName() + "." + method);
        assertThat(wait.code().lineNumber()).isPositive();
        assertThat(wait.code().stackTrace().lines()).hasSizeBetween(2, 8).first().asString()
                .startsWith("at " + WaitStreamTest.class.getName()).contains(method)
                .endsWith("(WaitStreamTest.java:" + wait.code().lineNumber() + ")");
    }

    private static void answerLate(ServerSocket server) {
        try (Socket socket = server.accept()) {
            sleep(2 * LONGER_MILLIS);
            socket.getOutputStream().write(1);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
