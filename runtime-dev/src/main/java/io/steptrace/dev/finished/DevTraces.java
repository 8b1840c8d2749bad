package io.steptrace.dev.finished;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

import jakarta.inject.Singleton;

import io.quarkus.runtime.ExecutorRecorder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.steptrace.dev.advice.Recent;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.drawing.FinishedTrace;
import io.steptrace.dev.ring.KeptTraces;
import io.steptrace.dev.ring.TraceRing;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.TraceView;

/**
 * Takes each local trace as soon as all of its spans have ended, as the console does, and holds the newest ones. Thread-safe.
 * What ends after its trace was over for want of room is not held.
 */
@Singleton
public class DevTraces implements TraceListener {

    private static final long MAX_BYTES = 64L << 20;
    /** Those that no thread has come to yet: what finishes faster than it can be shown is not. */
    private static final int MAX_WAITING = 1_000;

    private final int maxTraces;
    private final TraceRing ring;
    private final Semaphore room = new Semaphore(MAX_WAITING);
    private final Recent recent = new Recent();
    private final BroadcastProcessor<TraceDetail> finished = BroadcastProcessor.create();

    public DevTraces(SteptraceConfig config) {
        this.maxTraces = config.dev().maxTraces();
        this.ring = new TraceRing(KeptTraces.take(), maxTraces, MAX_BYTES);
    }

    /** How many are held at most. */
    public int maxTraces() {
        return maxTraces;
    }

    public TraceRing ring() {
        return ring;
    }

    /** What advice is made of. */
    public Recent recent() {
        return recent;
    }

    /** Each trace from now on. */
    public Multi<TraceDetail> finished() {
        return finished;
    }

    @Override
    public boolean waitsForAll() {
        return true;
    }

    @Override
    public void over(TraceView trace) {
        TraceView known = trace.judged();
        if (known.spans().isEmpty() || !room.tryAcquire()) {
            return;
        }
        try {
            ExecutorRecorder.getCurrent().execute(() -> {
                BrokenTelemetry.guard(() -> add(new FinishedTrace(known)));
                room.release();
            });
        } catch (RejectedExecutionException e) {
            // the application is stopping, and the next one shows its own
            room.release();
        }
    }

    private void add(FinishedTrace trace) {
        TraceDetail held = ring.add(trace.detail());
        recent.add(trace.request(held.line()), trace.jobs());
        synchronized (finished) {
            finished.onNext(held);
        }
    }
}
