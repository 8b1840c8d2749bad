package io.steptrace.benchmarks.binary;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.benchmarks.served.Loopback;
import io.steptrace.benchmarks.watched.Announcement;
import io.steptrace.benchmarks.watched.Milestone;
import io.steptrace.benchmarks.watched.WatchedProcess;

/** The blog as a binary. */
record Binary(Path file) {

    private static final int REQUESTS = 1000;
    /** Of either kind as many: one page of steps alone, one that fans out. */
    private static final List<String> PAGES = List.of("/posts", "/posts/1");
    /** Without a limit the size of the machine would decide how much garbage it keeps. */
    private static final String HEAP = "-Xmx64m";

    double mebibytes() throws IOException {
        return Files.size(file) / (1024.0 * 1024.0);
    }

    /** Starts it, asks for a thousand pages, one after the other, and ends it. */
    Visit visit() throws IOException, InterruptedException {
        int port = Loopback.freePorts()[0];
        try (WatchedProcess process = WatchedProcess
                .launch(List.of(file.toString(), HEAP, "-Dquarkus.http.port=" + port))) {
            Milestone start = process.await(Announcement.STARTED);
            HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int request = 0; request < REQUESTS; request++) {
                ask(client, URI.create("http://localhost:" + port + PAGES.get(request % PAGES.size())));
            }
            return new Visit(start, process.residentBytes());
        }
    }

    private static void ask(HttpClient client, URI page) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("only answers with status 200 count: " + page + " gave " + answer.statusCode());
        }
    }
}
