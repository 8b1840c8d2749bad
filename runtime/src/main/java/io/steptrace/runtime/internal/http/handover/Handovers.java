package io.steptrace.runtime.internal.http.handover;

import java.util.concurrent.atomic.AtomicInteger;

import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.http.root.RequestSettings;
import io.steptrace.runtime.internal.recording.HandOverRecording;
import io.steptrace.runtime.internal.recording.JobMeasures;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.time.Clock;

/** Records how requests get from the event loop to the thread that runs their endpoint; thread-safe. */
public final class Handovers {

    private final RequestRecordings recordings;
    private final Measurements measurements;
    private final Clock clock;
    private final boolean isOn;
    private final Lane workers = new Lane("worker");
    private final Lane virtualThreads = new Lane("virtual-threads");

    public Handovers(RequestRecordings recordings, Measurements measurements, Clock clock, RequestSettings settings) {
        this.recordings = recordings;
        this.measurements = measurements;
        this.clock = clock;
        this.isOn = settings.dispatch();
    }

    /**
     * The current request is about to be handed over.
     *
     * @return what follows its way; {@code null} if nothing does
     */
    WorkerHandover begin(boolean toVirtualThread) {
        if (!isOn) {
            return null;
        }
        Lane lane = toVirtualThread ? virtualThreads : workers;
        Context context = Context.current();
        long enqueuedNanos = clock.nanoTime();
        HandOverRecording job = recordings.open(context, lane.queue, enqueuedNanos);
        int depth = lane.waiting.incrementAndGet();
        if (job != null) {
            job.enqueued(depth);
        }
        return new WorkerHandover(lane, JobMeasures.of(measurements, context, lane.queue), clock, job, enqueuedNanos);
    }

    /** How many requests wait for a worker. */
    public int waitingForWorkers() {
        return workers.waiting.get();
    }

    /** One kind of threads, and the requests that wait for one. */
    static final class Lane {

        final String queue;
        final AtomicInteger waiting = new AtomicInteger();

        Lane(String queue) {
            this.queue = queue;
        }
    }
}
