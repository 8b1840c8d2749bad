package io.steptrace.fleet.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.steptrace.fleet.Course;
import io.steptrace.fleet.TraceHeader;

/**
 * Asks the first service. It begins no trace.
 *
 * @param items of each order
 */
public record Client(HttpClient http, Services services, int items) {

    private static final int CLIENTS = 4;
    private static final int FAILED = 500;

    public static Client of(Services services) {
        return new Client(HttpClient.newHttpClient(), services, 1);
    }

    /** Sends as many requests, a few at a time. */
    public List<Sent> send(Course course, int count) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            return clients.invokeAll(Collections.<Callable<Sent>> nCopies(count, () -> send(course))).stream()
                    .map(Client::answer).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            clients.shutdown();
        }
    }

    private static Sent answer(Future<Sent> sent) {
        try {
            return sent.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends one request; it fails if it should, and else does not. */
    public Sent send(Course course) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(services.url() + "/" + course + "?items=" + items)).build();
        long sent = System.currentTimeMillis();
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            boolean failed = answer.statusCode() == FAILED;
            if (!failed && answer.statusCode() != 200 || failed != (course == Course.FAILING)) {
                throw new AssertionError(course + " was answered with " + answer.statusCode() + " " + answer.body());
            }
            return new Sent(course, answer.headers().firstValue(TraceHeader.NAME).orElseThrow(), answer.statusCode(),
                    failed ? "" : answer.body(), (System.nanoTime() - begun) / 1_000_000, sent);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
