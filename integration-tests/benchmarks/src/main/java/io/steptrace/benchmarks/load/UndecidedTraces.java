package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.steptrace.loopback.LoopbackPort;

/** Traces that an application has begun and not ended, as many as a tail may hold, and the heap that takes. */
final class UndecidedTraces {

    /**
     * The heap of an application after garbage collection, in megabytes.
     *
     * @param loaded right after the load
     * @param holding with traces that are not decided
     */
    record HeapSteps(double loaded, double holding) {
    }

    /** What the tail is configured to hold. */
    static final int BOUND = 10_000;

    /** A few less than the bound: the requests that begin and end them are traces as well. */
    static final int HELD = BOUND - 10;

    /** Each is a root and its four parts, as in the application. */
    static final int SPANS_EACH = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long EXPORTED_MILLIS = 3_000;
    private static final long PAUSE_MILLIS = 10;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServedBuild build;
    private final TraceSink sink;

    UndecidedTraces(ServedBuild build, TraceSink sink) {
        this.build = build;
        this.sink = sink;
    }

    /**
     * Begins them, looks at the heap and has all of them fail.
     *
     * @throws IllegalStateException if not all of their spans arrive: something else than the traces was measured then
     */
    HeapSteps measure() throws IOException, InterruptedException {
        double loaded = build.sample().heapMegabytes();
        long before = sink.spans();
        send("POST", "/undecided/" + HELD);
        // what is sampled is on its way, and no part of what is held
        Thread.sleep(EXPORTED_MILLIS);
        double holding = build.sample().heapMegabytes();
        send("DELETE", "/undecided");
        long expected = before + (long) HELD * SPANS_EACH;
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (sink.spans() < expected) {
            if (System.nanoTime() - giveUp >= 0) {
                throw new IllegalStateException("failed traces must arrive whole: " + (sink.spans() - before) + " of "
                        + HELD * SPANS_EACH + " spans did");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return new HeapSteps(loaded, holding);
    }

    private void send(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + LoopbackPort.HOST + ":" + build.port() + path);
        int status = client.send(HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).timeout(PATIENCE).build(),
                BodyHandlers.discarding()).statusCode();
        if (status != 204) {
            throw new IllegalStateException(method + " " + path + " must give 204, gave " + status);
        }
    }
}
