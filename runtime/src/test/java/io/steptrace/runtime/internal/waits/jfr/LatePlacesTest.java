package io.steptrace.runtime.internal.waits.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.waits.CodePlace;
import io.steptrace.runtime.internal.waits.DetectedWait;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/** Places that are read from a chunk, as those of a binary are. One stream for all: to start one takes a second. */
class LatePlacesTest {

    private static final List<RecordedEvent> SLEEPS = new CopyOnWriteArrayList<>();
    private static final RecordingStream STREAM = new RecordingStream();

    private final LatePlaces places = new LatePlaces(
            new RecordedPlaces(new ApplicationCode(Set.of(LatePlacesTest.class.getPackageName())), 8), System.nanoTime());

    @BeforeAll
    static void start() {
        STREAM.setReuse(false);
        STREAM.enable("jdk.ThreadSleep").withThreshold(Duration.ofMillis(5)).withStackTrace();
        STREAM.onEvent("jdk.ThreadSleep", SLEEPS::add);
        STREAM.startAsync();
    }

    @AfterAll
    static void close() {
        STREAM.close();
    }

    @Test
    void areKnownOfALongWaitAndOfThoseBesideIt() throws Exception {
        LatePlace longer = late(sleep("longer", LatePlacesTest::longNap), LatePlaces.LONG_NANOS);
        LatePlace shorter = late(sleep("shorter", LatePlacesTest::nap), LatePlaces.LONG_NANOS - 1);
        assertThat(longer.code()).isSameAs(CodePlace.UNKNOWN);

        places.flushed(System.nanoTime());
        assertThat(longer.code().function()).isEqualTo(LatePlacesTest.class.getName() + ".longNap");
        assertThat(longer.code().lineNumber()).isPositive();
        assertThat(longer.code().stackTrace()).startsWith("at " + LatePlacesTest.class.getName() + ".longNap(");
        assertThat(shorter.code().function()).isEqualTo(LatePlacesTest.class.getName() + ".nap");
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("steptrace-waits"));
        }
    }

    @Test
    void areNotWorthItForShortWaits() {
        LatePlace place = late(sleep("short", LatePlacesTest::nap), LatePlaces.LONG_NANOS - 1);
        places.flushed(System.nanoTime());
        assertThat(place.code()).isSameAs(CodePlace.UNKNOWN);
    }

    @Test
    void areLookedForAtABoundedRate() {
        RecordedEvent event = sleep("again", LatePlacesTest::longNap);
        LatePlace first = late(event, LatePlaces.LONG_NANOS);
        places.flushed(System.nanoTime());
        LatePlace second = late(event, LatePlaces.LONG_NANOS);
        places.flushed(System.nanoTime());
        assertThat(first.code().function()).isNotNull();
        assertThat(second.code()).as("a moment later").isSameAs(CodePlace.UNKNOWN);
        LatePlace third = late(event, LatePlaces.LONG_NANOS);
        places.flushed(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
        assertThat(third.code()).as("an hour later").isEqualTo(first.code());
    }

    /** The place of a wait that the stream has reported without a stack. */
    private LatePlace late(RecordedEvent event, long durationNanos) {
        LatePlace place = new LatePlace(event);
        places.ofWork(new DetectedWait("jdk.ThreadSleep", ParkCause.TIMER, event.getThread().getJavaThreadId(), "test", 0,
                durationNanos, place, null, null, 0));
        return place;
    }

    /** The event of a thread that has slept once. */
    private static RecordedEvent sleep(String name, Callable<Void> nap) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> {
            Thread thread = new Thread(new FutureTask<>(nap), name);
            thread.start();
            thread.join();
            return SLEEPS.stream().filter(event -> name.equals(event.getThread().getJavaName())).findFirst().orElse(null);
        }, event -> event != null);
    }

    private static Void longNap() throws InterruptedException {
        Thread.sleep(20);
        return null;
    }

    private static Void nap() throws InterruptedException {
        Thread.sleep(10);
        return null;
    }
}
