package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/** Applications with an HTTP server, and calls to them. */
final class HttpApplications {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpApplications() {
    }

    /** An application with endpoints or routes. */
    static QuarkusUnitTest with(Class<?>... classes) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(classes).addClasses(HttpApplications.class, FinishedSpans.class,
                        FinishedSpans.Exporter.class))
                .overrideConfigKey(FinishedSpans.EXPORT_DELAY_KEY, FinishedSpans.EXPORT_DELAY);
    }

    static HttpResponse<String> get(URI uri, String path) {
        return getAsync(uri, path).join();
    }

    static CompletableFuture<HttpResponse<String>> getAsync(URI uri, String path) {
        return CLIENT.sendAsync(HttpRequest.newBuilder(uri.resolve(path)).header("User-Agent", "test").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static void getThroughProxy(URI uri, String path, String client) {
        getWith(uri, path, "X-Forwarded-For", client);
    }

    static void getWith(URI uri, String path, String header, String value) {
        CLIENT.sendAsync(HttpRequest.newBuilder(uri.resolve(path)).header(header, value).build(),
                HttpResponse.BodyHandlers.discarding()).join();
    }

    static HttpResponse<String> send(URI uri, String method, String path) {
        return CLIENT.sendAsync(HttpRequest.newBuilder(uri.resolve(path)).method(method, BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString()).join();
    }

    /** The one span of the server, as soon as it has ended. */
    static SpanData root(FinishedSpans spans) {
        return spans.await(all -> all.stream().anyMatch(HttpApplications::isRoot)).stream().filter(HttpApplications::isRoot)
                .findFirst().orElseThrow();
    }

    /** As many spans of the server as asked for. */
    static List<SpanData> roots(FinishedSpans spans, int count) {
        return spans.await(all -> all.stream().filter(HttpApplications::isRoot).count() >= count).stream()
                .filter(HttpApplications::isRoot).toList();
    }

    /** The parts of the hand-over add up to the time between its enqueuing and the end of the span, to the nanosecond. */
    static void assertHandOverAddsUp(SpanData root, List<SpanData> all) {
        double parts = 0;
        for (String part : List.of("job.queue_wait_ms", "job.dispatch_ms", "job.park_wait_ms_total", "job.run_active_ms")) {
            assertThat(FinishedSpans.millis(root, part)).as(part).isNotNegative();
            parts += FinishedSpans.millis(root, part);
        }
        long enqueued = Stream.concat(Stream.of(root), FinishedSpans.childrenOf(root, all).stream())
                .flatMap(span -> span.getEvents().stream())
                .filter(event -> event.getName().equals("steptrace.job.enqueued"))
                .map(EventData::getEpochNanos).reduce((one, other) -> {
                    throw new AssertionError("enqueued twice");
                }).orElseThrow();
        assertThat(Math.round(parts * 1e6)).isEqualTo(root.getEndEpochNanos() - enqueued);
        assertThat(root.getEvents()).extracting(EventData::getEpochNanos).isSorted();
    }

    static boolean isRoot(SpanData span) {
        return span.getKind() == SpanKind.SERVER;
    }
}
