package io.steptrace.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
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
        try {
            return Files.readString(resources("application.properties").toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it is made of beside its classes: a file, or a folder of them. */
    static File resources(String name) {
        return new File("../blog/src/main/resources", name);
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
