package io.steptrace.runtime.internal.http.handover;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import io.steptrace.runtime.internal.http.handover.Handovers.Lane;
import io.steptrace.runtime.internal.recording.HandOverRecording;
import io.steptrace.runtime.internal.recording.JobMeasures;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.time.Clock;

/** The way of one request from the event loop to the thread that runs its endpoint. */
final class WorkerHandover {

    private static final AtomicIntegerFieldUpdater<WorkerHandover> LEFT = AtomicIntegerFieldUpdater.newUpdater(
            WorkerHandover.class, "left");

    private final Lane lane;
    private final JobMeasures measures;
    private final Clock clock;
    private final HandOverRecording job;
    private final long enqueuedNanos;
    private volatile int left;
    private long takenNanos;

    /** @param job {@code null} if the request is not recorded */
    WorkerHandover(Lane lane, JobMeasures measures, Clock clock, HandOverRecording job, long enqueuedNanos) {
        this.lane = lane;
        this.measures = measures;
        this.clock = clock;
        this.job = job;
        this.enqueuedNanos = enqueuedNanos;
    }

    /** The request has arrived at its thread; a second time is harmless. */
    void taken() {
        if (!LEFT.compareAndSet(this, 0, 1)) {
            return;
        }
        takenNanos = clock.nanoTime();
        int depth = lane.waiting.decrementAndGet();
        BrokenTelemetry.guard(() -> {
            if (job != null) {
                job.takenAt(takenNanos, Thread.currentThread().getName(), depth);
            }
            measures.queueWait(takenNanos - enqueuedNanos);
        });
    }

    /** The endpoint's code is next. A request that was over before it arrived has no start. */
    void started() {
        if (takenNanos == 0) {
            return;
        }
        BrokenTelemetry.guard(() -> {
            if (job != null) {
                job.started();
            }
            // to read the clock is most of what this costs
            if (measures.areOn()) {
                measures.dispatch(clock.nanoTime() - takenNanos);
            }
        });
    }

    /** The request is over. If it never arrived, it waits no more all the same. */
    void abandon() {
        if (LEFT.compareAndSet(this, 0, 1)) {
            lane.waiting.decrementAndGet();
        }
    }
}
