package io.steptrace.blog.prometheus;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;

/** Readers of the blog, who open pages of every kind at once. */
final class Traffic {

    private static final int AT_ONCE = 6;
    private static final String QUEUED = "/queue-heavy";
    private static final int IN_LINE = 12;
    private static final List<String> CROWDED = List.of("/park-heavy", "/slow-by-accident", "/jdbc-heavy",
            "/bulkhead-heavy", "/worker-heavy");
    /** That of the fifth post fails, the one with that number is not found. */
    private static final List<String> QUIET = List.of("/posts/1", "/posts/1", "/posts/5", "/posts/4711", "/retry-heavy",
            "/mirrors/all_required", "/mirrors/all");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url = "http://localhost:"
            + ConfigProvider.getConfig().getValue("quarkus.http.test-port", String.class);

    /** Each page once or, where readers wait for one another, some times at once. */
    void round() {
        get(Collections.nCopies(IN_LINE, QUEUED).stream());
        get(CROWDED.stream().flatMap(page -> Collections.nCopies(AT_ONCE, page).stream()));
        get(QUIET.stream());
    }

    private void get(Stream<String> pages) {
        CompletableFuture.allOf(pages.map(this::get).toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<?> get(String page) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(url + page)).build(), BodyHandlers.discarding());
    }
}
