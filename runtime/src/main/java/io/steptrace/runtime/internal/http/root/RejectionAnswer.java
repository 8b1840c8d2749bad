package io.steptrace.runtime.internal.http.root;

import java.util.function.ToIntFunction;

import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers requests that have failed because a queue refused their job, on any kind of route. Without it, Quarkus
 * would take the refusal for one of its worker pool.
 */
final class RejectionAnswer implements Handler<RoutingContext> {

    private static final String BODY = "Too busy. Please try again later.";

    private final ToIntFunction<String> statusOfQueue;

    /** @param statusOfQueue the status with which requests are answered that this queue has refused */
    RejectionAnswer(ToIntFunction<String> statusOfQueue) {
        this.statusOfQueue = statusOfQueue;
    }

    @Override
    public void handle(RoutingContext request) {
        if (request.failure() == null || request.response().headWritten()
                || !(ErrorRules.unwrap(request.failure()) instanceof JobRejectedException rejection)) {
            request.next();
            return;
        }
        request.response().setStatusCode(statusOfQueue.applyAsInt(rejection.queue()))
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain").end(BODY);
    }
}
