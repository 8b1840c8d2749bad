package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.failure.FailureWriter;
import io.steptrace.runtime.internal.trace.LocalTrace;

/**
 * What requests have failed with, until their root spans end: only the status they are answered with says whose failure it
 * was. Thread-safe.
 * <p>
 * Of several failures of one request the first counts: later ones come from its handling.
 */
public final class RequestFailures {

    private final OpenRequests<RequestFailure> open = new OpenRequests<>();

    void add(Span root, RequestFailure failure) {
        open.add(root, failure);
    }

    /** The root span of a request is ending; the status is {@code null} if it was not answered. */
    void complete(Span root, Long status) {
        RequestFailure failed = open.remove(root);
        if (failed != null) {
            FailureWriter.writeToRoot(root, failed.trace().failures(), failed.failure(), failed.isCut() ? null : status);
        }
    }

    /**
     * The failure of a request.
     *
     * @param isCut whether it cut off an answer that had begun, so that its status says nothing
     */
    record RequestFailure(LocalTrace trace, Throwable failure, boolean isCut) {
    }
}
