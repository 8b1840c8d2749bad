package io.steptrace.runtime.internal.waits.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

import io.steptrace.runtime.internal.waits.DetectedWait;
import io.steptrace.runtime.internal.waits.WaitListener;

/** Keeps what a stream reports. */
final class ReportedWaits implements WaitListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<DetectedWait> waits = new CopyOnWriteArrayList<>();
    private final AtomicInteger stops = new AtomicInteger();
    private volatile long untilNanos;

    @Override
    public boolean waited(DetectedWait wait) {
        return waits.add(wait);
    }

    @Override
    public void reportedUntil(long epochNanos) {
        untilNanos = epochNanos;
    }

    @Override
    public void stopped() {
        stops.incrementAndGet();
    }

    List<DetectedWait> all() {
        return waits;
    }

    int stops() {
        return stops.get();
    }

    long untilNanos() {
        return untilNanos;
    }

    /** All waits of a thread that are reported before the watermark passes what the thread did. */
    Waited during(Callable<?> work) throws Exception {
        return during(work, body -> new Thread(body, "waiting"));
    }

    /** The same, of a thread of any kind with the name {@code waiting}. */
    Waited during(Callable<?> work, Function<Runnable, Thread> kind) throws Exception {
        Throwable[] failure = new Throwable[1];
        long[] bracket = new long[2];
        Thread thread = kind.apply(() -> {
            bracket[0] = EventClock.epochNanos(Instant.now());
            try {
                work.call();
            } catch (Throwable e) {
                failure[0] = e;
            }
            bracket[1] = EventClock.epochNanos(Instant.now());
        });
        thread.start();
        thread.join();
        assertThat(failure[0]).isNull();
        awaitPast(bracket[1]);
        return new Waited(of(wait -> wait.threadId() == thread.getId()), bracket[0], bracket[1]);
    }

    void awaitPast(long epochNanos) {
        await().atMost(PATIENCE).until(() -> untilNanos >= epochNanos);
    }

    List<DetectedWait> of(Predicate<DetectedWait> condition) {
        return waits.stream().filter(condition).toList();
    }

    /** The waits of one thread, and the time around them in nanoseconds since the epoch. */
    record Waited(List<DetectedWait> waits, long beginNanos, long endNanos) {

        /** The only wait with this event, if it stands for as long as this at least, within the bracket. */
        DetectedWait only(String event, Duration atLeast) {
            List<DetectedWait> wanted = waits.stream().filter(wait -> wait.event().equals(event)).toList();
            assertThat(wanted).as("among %s", waits).singleElement().satisfies(wait -> {
                assertThat(wait.threadName()).isEqualTo("waiting");
                assertThat(wait.beginNanos()).isGreaterThanOrEqualTo(beginNanos);
                assertThat(wait.endNanos()).isLessThanOrEqualTo(endNanos);
                assertThat(Duration.ofNanos(wait.durationNanos())).isGreaterThanOrEqualTo(atLeast);
            });
            return wanted.get(0);
        }
    }
}
