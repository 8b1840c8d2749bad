package io.steptrace.traces;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.restassured.RestAssured;
import io.steptrace.test.Trace;
import io.steptrace.test.Traces;

/**
 * Calls a page eight times at once and returns the traces these calls left.
 * <p>
 * Sent without a thread per call: clients that compete with the application for the processor arrive one after the other and
 * never meet.
 */
@Singleton
public class ConcurrentCalls {

    private static final int CALLS = 8;
    private static final int ROUNDS = 5;

    private final Traces traces;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ConcurrentCalls(Traces traces) {
        this.traces = traces;
    }

    /** The traces of one round of calls. */
    public List<Trace> get(String path) throws Exception {
        List<String> userAgents = Stream.generate(TracedCalls::newUserAgent).limit(CALLS).toList();
        List<CompletableFuture<HttpResponse<String>>> answers = userAgents.stream()
                .map(userAgent -> client.sendAsync(request(path, userAgent), BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            int status = answer.get(20, TimeUnit.SECONDS).statusCode();
            if (status != 200) {
                throw new AssertionError("GET " + path + " was answered with " + status);
            }
        }
        return userAgents.stream().map(TracedCalls::isRequestOf).map(traces::awaitOne).toList();
    }

    /**
     * The trace of the call whose step waited longest, once that is long enough.
     * <p>
     * How closely calls meet is up to the machine, so a round in which they did not is repeated.
     */
    public Trace longestWait(String path, String step, Duration atLeast) throws Exception {
        Comparator<Trace> byWait = Comparator.comparingDouble(trace -> RecordedJob.of(trace, step).waitMs());
        for (int round = 0; round < ROUNDS; round++) {
            Trace longest = get(path).stream().max(byWait).orElseThrow();
            if (RecordedJob.of(longest, step).waitMs() >= atLeast.toMillis()) {
                return longest;
            }
        }
        throw new AssertionError("in " + ROUNDS + " rounds no " + step + " waited for " + atLeast);
    }

    private static HttpRequest request(String path, String userAgent) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("User-Agent", userAgent)
                .build();
    }
}
