package io.steptrace.browser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Calls the pages of the blog. */
final class Blog {

    /** Not the port of every other application in dev mode. */
    static final int PORT = 8582;
    static final String ADDRESS = "http://localhost:" + PORT;

    /** One connection a call: a reload of the application closes those of HTTP/2. */
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** How it is configured. */
    static String properties() {
        try (InputStream properties = Blog.class.getResourceAsStream("/application.properties")) {
            return new String(properties.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of what it serves; of a jar, which the blog may be on the class path, no folder could be added. */
    static File resources(String folder) {
        return new File("../blog/src/main/resources", folder);
    }

    /** So many callers at once; all have their answer. */
    void call(String path, int callers) {
        begin(path, callers).join();
    }

    /** So many callers at once. */
    CompletableFuture<Void> begin(String path, int callers) {
        return CompletableFuture
                .allOf(IntStream.range(0, callers).mapToObj(caller -> answer(path)).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<HttpResponse<Void>> answer(String path) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(ADDRESS + path)).build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
