package io.steptrace.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.microprofile.config.ConfigProvider;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Calls the application under test, and picks the spans of requests. */
final class HttpCalls {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpCalls() {
    }

    /** @return the status */
    static int get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    static CompletableFuture<Integer> begin(String path) {
        return CLIENT.sendAsync(request(path), HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /** The span of the request to that path, as soon as there is one. */
    static SpanData root(FinishedSpans spans, String path) {
        return requests(spans.await(found -> !requests(found, path).isEmpty()), path).get(0);
    }

    /** The spans of requests to that path. */
    static List<SpanData> requests(List<SpanData> spans, String path) {
        return spans.stream().filter(span -> span.getKind() == SpanKind.SERVER
                && path.equals(FinishedSpans.attribute(span, "url.path"))).toList();
    }

    private static HttpRequest request(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("User-Agent", "test").build();
    }
}
