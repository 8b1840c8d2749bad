package io.steptrace.runtime.internal.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Knows the route of a request before its span does, which gets it only at its end. Quarkus REST leaves the template of the
 * path in the request's Vert.x context as soon as it has found the endpoint.
 */
public final class RouteSource {

    /** What all work has in common of which nothing better is known. */
    static final RouteSource UNKNOWN = new RouteSource(null, null);

    private static final String URL_PATH_TEMPLATE = "UrlPathTemplate";
    private static final String NO_ROUTE = "other";

    private final Context request;
    private final ReadableSpan root;

    private RouteSource(Context request, ReadableSpan root) {
        this.request = request;
        this.root = root;
    }

    /** The source of the request that the caller serves, if it serves one, else of the work below this root. */
    public static RouteSource of(Span root) {
        return new RouteSource(Vertx.currentContext(), LocalTraceState.readable(root));
    }

    /** The route as far as it is known by now. */
    public String route() {
        if (request != null && request.getLocal(URL_PATH_TEMPLATE) instanceof String template) {
            return template;
        }
        return root == null ? NO_ROUTE : root.getName();
    }
}
