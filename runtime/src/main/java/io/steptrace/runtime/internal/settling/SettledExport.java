package io.steptrace.runtime.internal.settling;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.ChangedSpan;
import io.steptrace.runtime.internal.telemetry.DelegatingSpanProcessor;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceDecision;
import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.TraceView;
import io.steptrace.runtime.internal.trace.ledger.Settling;

/**
 * Keeps sampled spans from the exporter until all is known of them: a span whose code ran for long until the waits in it have
 * been reported, and the first root of a local trace until it is judged. All else passes at once. Thread-safe.
 */
public final class SettledExport implements TraceListener {

    private final Settling settling;
    private final List<SpanProcessor> exporting = new CopyOnWriteArrayList<>();
    private volatile TraceAssembler assembler;

    public SettledExport(Settling settling) {
        this.settling = settling;
    }

    /** To be called before the first span ends. */
    public void assembledBy(TraceAssembler traces) {
        assembler = traces;
    }

    /** The processor as the SDK is to have it. */
    public SpanProcessor around(SpanProcessor processor) {
        exporting.add(processor);
        return new Settled(processor);
    }

    @Override
    public boolean wants(boolean isSampled) {
        return isSampled;
    }

    @Override
    public boolean waitsForAll() {
        return false;
    }

    @Override
    public boolean waitsForEachRoot() {
        return false;
    }

    @Override
    public void over(TraceView trace) {
        ReadableSpan root = trace.judgedRoot();
        if (root != null) {
            pass(root);
        }
    }

    @Override
    public void late(TraceDecision decision, ReadableSpan span) {
        if (assembler.isFirstRoot(span)) {
            pass(span);
        }
    }

    private void pass(ReadableSpan root) {
        for (SpanProcessor processor : exporting) {
            BrokenTelemetry.guard(() -> processor.onEnd(root));
        }
    }

    private final class Settled extends DelegatingSpanProcessor {

        /** Once, and not for each span. */
        private final Consumer<ReadableSpan> receiver;

        Settled(SpanProcessor delegate) {
            super(delegate);
            this.receiver = delegate::onEnd;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            // what the tail has kept has been waited for
            if (span instanceof ChangedSpan || !span.getSpanContext().isSampled()) {
                delegate.onEnd(span);
            } else if (!assembler.isFirstRoot(span)) {
                assembler.onceKnown(span, receiver);
            }
        }

        @Override
        public CompletableResultCode forceFlush() {
            settling.flush();
            return super.forceFlush();
        }

        @Override
        public CompletableResultCode shutdown() {
            settling.stop();
            return super.shutdown();
        }
    }
}
