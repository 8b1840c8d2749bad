package io.steptrace.runtime.internal.export.otlp;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.Transport;

/**
 * The place through which all words from outside enter the export: what a collector says, and what exceptions do. Behind
 * it there are only redacted ones, and no cause that still has the original.
 */
public final class RedactedTransport implements Transport {

    private final Transport delegate;
    private final Redaction redaction;

    /** Becomes the owner of the delegate. */
    public RedactedTransport(Transport delegate, Redaction redaction) {
        this.delegate = delegate;
        this.redaction = redaction;
    }

    @Override
    public PartialSuccess send(Batch batch) throws ExportFailure, InterruptedException {
        try {
            PartialSuccess answer = delegate.send(batch);
            return answer.message() == null ? answer
                    : new PartialSuccess(answer.rejectedSpans(), redaction.apply(answer.message()));
        } catch (ExportFailure e) {
            throw e.saying(redaction.apply(e.getMessage()));
        } catch (RuntimeException e) {
            throw new IllegalStateException(redaction.describe(e));
        }
    }

    @Override
    public void disconnect() {
        delegate.disconnect();
    }

    @Override
    public String target() {
        return delegate.target();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
