package io.steptrace.faults.sampling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** A client of the packaged application that says of which trace its requests are. */
record Client(String url, HttpClient http) {

    private static final String ROOT = "Root-Span-Id";

    static Client of(String url) {
        // a connection a request: streams of one connection would wait for each other
        return new Client(url, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** The header of a trace that is not sampled. */
    static String unsampled(int number) {
        return traceparent(number, "00");
    }

    /** The header of a trace that is sampled. */
    static String sampled(int number) {
        return traceparent(number, "01");
    }

    private static String traceparent(int number, String flags) {
        // an id of zeros is none
        return "00-" + String.format("%032x", number + 1) + "-00f067aa0ba902b7-" + flags;
    }

    /** Sends a request and does not wait. */
    CompletableFuture<HttpResponse<String>> begin(String path, String traceparent) {
        return http.sendAsync(request(path).header("traceparent", traceparent).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String traceparent) {
        return send(request(path).header("traceparent", traceparent));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    /** The id of the span of the request that was answered so. */
    static String root(HttpResponse<String> answer) {
        return answer.headers().firstValue(ROOT).orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
