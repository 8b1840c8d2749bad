package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * The names that applications have given to the spans of their requests, until those end; thread-safe.
 * <p>
 * Quarkus names a request by its route when its response has been sent, and replaces the name it has by then. A request beyond
 * the bound is named by its route.
 */
public final class GivenNames {

    private final OpenRequests<String> open = new OpenRequests<>();

    /**
     * The response begins: the last moment to see what the application has done.
     *
     * @param nameAtArrival what the span was called before any code of the application ran
     */
    void note(ReadableSpan root, String nameAtArrival) {
        String name = root.getName();
        if (!name.equals(nameAtArrival) && ((Span) root).isRecording()) {
            open.add((Span) root, name);
        }
    }

    /** The name given to a span that ends; {@code null} if there is none. */
    String take(Span root) {
        return open.remove(root);
    }
}
