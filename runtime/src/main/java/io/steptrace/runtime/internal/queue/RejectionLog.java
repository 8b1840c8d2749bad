package io.steptrace.runtime.internal.queue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

import org.jboss.logging.Logger;

import io.steptrace.JobRejectedException;
import io.steptrace.JobRejectedException.Reason;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Logs that one queue rejects jobs: the first at once, and what follows as a count at the end of each interval;
 * thread-safe, and cheap under any number of rejections.
 */
public final class RejectionLog {

    static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Logger log;
    private final Clock clock;
    private final BiConsumer<Runnable, Duration> timer;
    private final AtomicLong nextLineNanos;
    private final AtomicLong leftOut = new AtomicLong();
    private volatile JobRejectedException latest;

    /** @param timer runs a task after a while, or never once the application has stopped */
    public RejectionLog(Logger log, Clock clock, BiConsumer<Runnable, Duration> timer) {
        this.log = log;
        this.clock = clock;
        this.timer = timer;
        this.nextLineNanos = new AtomicLong(clock.nanoTime());
    }

    /** The queue has rejected a job. */
    void rejected(JobRejectedException rejection) {
        long now = clock.nanoTime();
        long due = nextLineNanos.get();
        if (now - due >= 0 && nextLineNanos.compareAndSet(due, now + INTERVAL.toNanos())) {
            log(rejection, rejection.getMessage());
            return;
        }
        latest = rejection;
        if (leftOut.getAndIncrement() == 0) {
            timer.accept(this::summarize, Duration.ofNanos(Math.max(1, nextLineNanos.get() - now)));
        }
    }

    /** Logs how many rejections have had no line of their own, if any. */
    void summarize() {
        long count = leftOut.getAndSet(0);
        if (count > 0) {
            nextLineNanos.set(clock.nanoTime() + INTERVAL.toNanos());
            log(latest, latest.getMessage() + "; " + count + " more rejected within " + INTERVAL.toSeconds() + " s");
        }
    }

    /** What is rejected because the application stops is no trouble of its queue. */
    private void log(JobRejectedException rejection, String message) {
        log.log(rejection.reason() == Reason.QUEUE_FULL ? Logger.Level.WARN : Logger.Level.INFO, message);
    }
}
