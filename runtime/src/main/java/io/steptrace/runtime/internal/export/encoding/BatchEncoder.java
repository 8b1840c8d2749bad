package io.steptrace.runtime.internal.export.encoding;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;

/**
 * Puts encoded spans together to the bodies of requests. What is larger than a request may be, or meets an error, is halved, so
 * that one span never costs another. Thread-safe.
 */
public final class BatchEncoder {

    private final boolean gzip;
    private final long maxRequestBytes;
    private final LossListener losses;

    /** @param maxRequestBytes of a body that is not compressed yet; a single span may be larger */
    public BatchEncoder(boolean gzip, long maxRequestBytes, LossListener losses) {
        this.gzip = gzip;
        this.maxRequestBytes = maxRequestBytes;
        this.losses = losses;
    }

    /** Hands over each batch as soon as it is ready, in order. */
    public void encode(List<EncodedSpan> spans, Consumer<Batch> to) {
        encode(spans, 0, spans.size(), to);
    }

    private void encode(List<EncodedSpan> spans, int begin, int end, Consumer<Batch> to) {
        Batch batch = null;
        try {
            batch = encoded(spans.subList(begin, end));
        } catch (IOException | RuntimeException | Error e) {
            if (end - begin == 1) {
                losses.lost(LossListener.reasonOf(e, LossListener.ENCODING), 1);
                return;
            }
        }
        if (batch != null) {
            to.accept(batch);
        } else {
            int middle = (begin + end) >>> 1;
            encode(spans, begin, middle, to);
            encode(spans, middle, end, to);
        }
    }

    /** Null if these are too many for one request. */
    private Batch encoded(List<EncodedSpan> spans) throws IOException {
        RequestMessage request = new RequestMessage(spans);
        int size = request.size();
        if (size > maxRequestBytes && spans.size() > 1) {
            return null;
        }
        return new Batch(RequestBody.written(size, gzip, request::writeTo), gzip, spans.size());
    }
}
