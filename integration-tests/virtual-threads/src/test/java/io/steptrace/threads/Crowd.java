package io.steptrace.threads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Readers who all come at once, without a thread each. */
final class Crowd {

    private static final int READERS = 32;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI application;

    Crowd(URI application) {
        this.application = application;
    }

    /** All of them read all these pages, each page at once; returns how many requests that were. */
    int reads(String... paths) {
        CompletableFuture<?>[] answers = Stream.of(paths).flatMap(path -> Stream.generate(() -> path).limit(READERS))
                .map(this::get).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(answers).join();
        return answers.length;
    }

    /** One of them reads a page. */
    void oneReads(String path) {
        get(path).join();
    }

    private CompletableFuture<Void> get(String path) {
        return client.sendAsync(HttpRequest.newBuilder(application.resolve(path)).build(), BodyHandlers.ofString())
                .thenAccept(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
                    }
                });
    }
}
