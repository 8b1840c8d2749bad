package io.steptrace.benchmarks.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** The page of the application that makes spans and says which. */
final class SpansPage {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestOptions page;
    private final Sent sent;

    /**
     * @param spans made for each request, the request's own not included
     * @param bytes of an attribute of each; zero for none
     * @param sent gets the ids of all spans
     */
    SpansPage(int port, int spans, int bytes, Sent sent) {
        this.page = new RequestOptions().setHost(LoopbackPort.HOST).setPort(port).setURI("/spans/" + spans + "?bytes=" + bytes)
                .setTimeout(PATIENCE.toMillis());
        this.sent = sent;
    }

    /** Asks for it once; never fails, as a failure is an answer to count. */
    Future<Void> visit(HttpClient client) {
        return client.request(page).compose(HttpClientRequest::send).compose(this::read)
                .onFailure(failure -> sent.failed()).otherwiseEmpty();
    }

    private Future<Void> read(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("status " + response.statusCode());
        }
        // the first line is the id of the trace
        return response.body().map(body -> {
            List<String> spanIds = new ArrayList<>(body.toString().lines().skip(1).toList());
            spanIds.add(response.getHeader("Root-Span-Id"));
            sent.answered(spanIds);
            return null;
        });
    }
}
