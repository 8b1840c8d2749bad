package io.steptrace.runtime.internal.console;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.trace.TraceDecision;
import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.TraceView;
import io.steptrace.runtime.internal.trace.ledger.TraceVerdict;

/**
 * Shows each local trace as soon as all of its spans have ended, or as far as it has come if it cannot be held any longer.
 * Thread-safe.
 * <p>
 * Behind the tail of the sampler it finds each trace decided, and never has to wait for that.
 */
public final class TraceConsole implements TraceListener {

    private final TraceFilter filter;
    private final Executor executor;
    private final Consumer<String> console;

    /**
     * @param filter which traces are shown
     * @param executor draws and writes, so that no event loop has to
     * @param console takes one tree at a time
     */
    public TraceConsole(TraceFilter filter, Executor executor, Consumer<String> console) {
        this.filter = filter;
        this.executor = executor;
        this.console = console;
    }

    @Override
    public boolean waitsForAll() {
        return true;
    }

    @Override
    public void over(TraceView trace) {
        TraceView known = trace.judged();
        show(trace.decision(), known.spans(), () -> trace.times().verdicts(known.ended()), trace.openSpans(),
                trace.surplusSpans());
    }

    @Override
    public void late(TraceDecision decision, ReadableSpan span) {
        show(decision, List.of(span), () -> null, 0, 0);
    }

    private void show(TraceDecision decision, List<ReadableSpan> ended, Supplier<TraceVerdict> verdicts,
            int open, int surplus) {
        if (ended.isEmpty()) {
            return;
        }
        Runnable drawing = () -> draw(DrawnTrace.of(decision, ended, verdicts.get(), open, surplus));
        try {
            executor.execute(drawing);
        } catch (RejectedExecutionException e) {
            // at shutdown no other thread is left to do it
            drawing.run();
        }
    }

    private void draw(DrawnTrace trace) {
        if (trace.isShownBy(filter)) {
            console.accept(trace.text());
        }
    }
}
