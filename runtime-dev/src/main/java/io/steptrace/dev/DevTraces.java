package io.steptrace.dev;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.runtime.ExecutorRecorder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.drawing.FinishedTrace;
import io.steptrace.dev.ring.KeptTraces;
import io.steptrace.dev.ring.TraceRing;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.trace.TraceDecision;
import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.TraceView;

/**
 * Takes each local trace as soon as all of its spans have ended, as the console does, and holds the newest ones. Thread-safe.
 * What ends after its trace was over for want of room is not held.
 */
@Singleton
public class DevTraces implements TraceListener {

    private static final long MAX_BYTES = 64L << 20;

    private final TraceRing ring;
    private final BroadcastProcessor<TraceDetail> finished = BroadcastProcessor.create();

    public DevTraces(SteptraceConfig config) {
        this.ring = new TraceRing(KeptTraces.take(), config.dev().maxTraces(), MAX_BYTES);
    }

    public TraceRing ring() {
        return ring;
    }

    /** Each trace from now on. */
    public Multi<TraceDetail> finished() {
        return finished;
    }

    @Override
    public boolean wants(boolean isSampled) {
        return true;
    }

    @Override
    public boolean waitsForAll() {
        return true;
    }

    @Override
    public void over(TraceView trace) {
        TraceView known = trace.judged();
        if (known.spans().isEmpty()) {
            return;
        }
        Executor executor = ExecutorRecorder.getCurrent();
        try {
            executor.execute(() -> BrokenTelemetry.guard(() -> add(new FinishedTrace(known).detail())));
        } catch (RejectedExecutionException e) {
            // the application is stopping, and the next one shows its own
        }
    }

    private void add(TraceDetail detail) {
        ring.add(detail);
        finished.onNext(detail);
    }

    @Override
    public void late(TraceDecision decision, ReadableSpan span) {
        // its trace is shown as incomplete
    }
}
