package io.steptrace.benchmarks.waits;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.benchmarks.served.Milestone;
import io.steptrace.benchmarks.served.Milestone.Announcement;
import io.steptrace.benchmarks.served.WatchedProcess;
import io.steptrace.loopback.LoopbackPort;

/**
 * One start of the application.
 *
 * @param milestone when Quarkus said that it had started
 * @param answeredNanos from there to the first answer
 * @param residentBytes after a thousand answers, and as long as the detection takes to begin
 */
record Start(Milestone milestone, long answeredNanos, long residentBytes) {

    private static final String PAGE = "/work";
    private static final int REQUESTS = 1_000;
    private static final long SETTLE_MILLIS = 3_000;
    /** So that the size of the machine has no say in how much garbage is kept. */
    private static final String HEAP = "-Xmx64m";

    /** Starts it, asks for a thousand pages, one after the other, and ends it. */
    static Start of(Path application, Detection detection) throws IOException, InterruptedException {
        int port = LoopbackPort.kept();
        List<String> options = new ArrayList<>(detection.options());
        options.addAll(List.of(HEAP, "-Dquarkus.http.port=" + port, "-Dquarkus.otel.exporter.otlp.endpoint=\u0020"));
        try (WatchedProcess process = WatchedProcess.launchJvm(application.resolve("quarkus-run.jar"), options)) {
            Milestone started = process.await(Announcement.STARTED);
            long startedNanos = System.nanoTime();
            HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            URI page = URI.create("http://" + LoopbackPort.HOST + ":" + port + PAGE);
            ask(client, page);
            long answeredNanos = System.nanoTime() - startedNanos;
            for (int request = 1; request < REQUESTS; request++) {
                ask(client, page);
            }
            Thread.sleep(SETTLE_MILLIS);
            return new Start(started, answeredNanos, process.residentBytes());
        }
    }

    double answeredMillis() {
        return answeredNanos / 1e6;
    }

    double residentMegabytes() {
        return residentBytes / (1024.0 * 1024.0);
    }

    private static void ask(HttpClient client, URI page) throws IOException, InterruptedException {
        int status = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("only answers with status 200 count: " + page + " gave " + status);
        }
    }
}
