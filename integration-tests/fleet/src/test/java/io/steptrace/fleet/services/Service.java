package io.steptrace.fleet.services;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.steptrace.packaged.PackagedApplication;

/** This module's application as one of the two services. */
public final class Service extends PackagedApplication {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HEAP = "256m";

    private Service(Map<String, String> configuration) {
        super(HEAP, configuration);
    }

    /**
     * Begins to start one.
     *
     * @param collector its address
     */
    static Service named(String name, String collector, Map<String, String> more) {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "quarkus.otel.service.name", name,
                "quarkus.otel.exporter.otlp.endpoint", "http://" + collector,
                // after an outage of seconds, no half a minute until the trial
                "quarkus.steptrace.export.circuit-breaker.reset-timeout", "2s"));
        configuration.putAll(more);
        return new Service(configuration);
    }

    /** How many sampled spans have ended in it. */
    public long endedSpans() {
        return Long.parseLong(get("/ended"));
    }

    /** An entry of the health check of its export that is a number. */
    public long health(String entry) {
        Matcher matcher = Pattern.compile("\"" + entry + "\": (\\d+)").matcher(get("/q/health/well"));
        if (!matcher.find()) {
            throw new AssertionError("no " + entry);
        }
        return Long.parseLong(matcher.group(1));
    }

    /** Waits until all that has ended is delivered or lost. */
    public void awaitExported() {
        await("the export").atMost(PATIENCE).until(() -> health("delivered-spans") + health("lost-spans") == endedSpans());
    }

    private String get(String path) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
