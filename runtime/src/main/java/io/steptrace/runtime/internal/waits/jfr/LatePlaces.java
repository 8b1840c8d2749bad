package io.steptrace.runtime.internal.waits.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.steptrace.runtime.internal.waits.DetectedWait;
import jdk.jfr.consumer.RecordedEvent;

/**
 * The places of waits in a binary. There, events that are streamed have no stack, since stacks are written when a chunk of
 * events ends. For a long wait of work the chunk is ended, and read once more. Not thread-safe.
 */
final class LatePlaces {

    /** For a shorter one it does not pay. */
    static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final int MAX_AWAITED = 64;
    /** To end a chunk and to read it takes up to 170 ms of a processor: no more than a hundredth of the time is to go there. */
    private static final long MIN_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int ONE_PART_IN = 100;

    private final RecordedPlaces places;
    private final List<LatePlace> awaited = new ArrayList<>();
    private boolean isWorthIt;
    private long pausedUntilNanos;

    LatePlaces(RecordedPlaces places, long nowNanos) {
        this.places = places;
        this.pausedUntilNanos = nowNanos;
    }

    /** A wait was part of work. */
    void ofWork(DetectedWait wait) {
        if (wait.place() instanceof LatePlace late && awaited.size() < MAX_AWAITED) {
            awaited.add(late);
            isWorthIt |= wait.durationNanos() >= LONG_NANOS;
        }
    }

    /** Sees to it that the places of these waits are known, before they are needed, if that pays and none was long ago. */
    void flushed(long nowNanos) {
        try {
            if (isWorthIt && nowNanos - pausedUntilNanos >= 0) {
                read(nowNanos);
            }
        } finally {
            awaited.clear();
            isWorthIt = false;
        }
    }

    private void read(long nowNanos) {
        Instant since = awaited.stream().map(LatePlace::endTime).min(Comparator.naturalOrder()).orElseThrow();
        try {
            EndedChunk.read(since, this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            long endNanos = System.nanoTime();
            pausedUntilNanos = endNanos + Math.max(MIN_PAUSE_NANOS, (endNanos - nowNanos) * ONE_PART_IN);
        }
    }

    private void read(RecordedEvent event) {
        if (event.getStackTrace() != null) {
            awaited.stream().filter(late -> late.isOf(event)).findFirst()
                    .ifPresent(late -> late.is(places.of(event.getStackTrace())));
        }
    }
}
