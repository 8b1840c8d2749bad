package io.steptrace.runtime.internal.http.root;

import java.io.IOException;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.spi.observability.HttpResponse;

/**
 * Distinguishes a client that has left from a failure of the server. Asked before the span of a request ends that was not
 * answered, or not to its end.
 */
public final class ClientLeft {

    private static final String RESPONSE = ClientLeft.class.getName();

    /** Whether the server itself is about to cut off the requests that are left. */
    private static volatile boolean isServerStopping;

    private ClientLeft() {
    }

    /** From now on connections are closed by their clients, or by a server that is stopping. */
    static void serverStops(boolean stops) {
        isServerStopping = stops;
    }

    /** Keeps the response of the current request for the case that its client leaves. */
    static void watch(HttpServerResponse response) {
        Context request = Vertx.currentContext();
        if (request != null) {
            request.putLocal(RESPONSE, response);
        }
    }

    /** The current request may be cut off by the server, unseen: then its end is none of the client's. */
    static void unwatch() {
        Context request = Vertx.currentContext();
        if (request != null) {
            request.removeLocal(RESPONSE);
        }
    }

    /**
     * The response the span of a request ends with.
     *
     * @param response {@code null} if Vert.x gives the request up
     * @param request its Vert.x context
     * @param failure why it does
     * @return the same; of a response that had begun when the client left, its head
     */
    @SuppressWarnings("unchecked")
    public static <R> R responseOf(R response, Context request, Throwable failure) {
        HttpServerResponse begun = response == null ? leftBehind(request, failure) : null;
        return begun != null && begun.headWritten() ? (R) new Head(begun.getStatusCode(), begun.headers()) : response;
    }

    /**
     * What the span of a request ends with.
     *
     * @param failure why Vert.x gives the request up; {@code null} if it was answered
     * @param request its Vert.x context
     * @return the same; {@code null} if all that happened is that the client left
     */
    public static Throwable failureOf(Throwable failure, Context request) {
        return leftBehind(request, failure) == null ? failure : null;
    }

    /** The response that a client did not wait for; {@code null} if that is not what happened. */
    private static HttpServerResponse leftBehind(Context request, Throwable failure) {
        boolean isClosed = failure instanceof HttpClosedException || failure instanceof IOException;
        return isClosed && !isServerStopping ? request.getLocal(RESPONSE) : null;
    }

    private record Head(int statusCode, MultiMap headers) implements HttpResponse {
    }
}
