package io.steptrace.traces;

import static io.restassured.RestAssured.given;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import io.restassured.specification.RequestSpecification;

/** Calls pages one at a time and returns the traces these calls left. */
@Singleton
public class TracedCalls {

    private final CollectedTraces traces;

    TracedCalls(CollectedTraces traces) {
        this.traces = traces;
    }

    /** The trace of one GET. */
    public LocalTrace get(String path) {
        return trace(request -> request.get(path));
    }

    /** The trace of one request of any kind. */
    public LocalTrace trace(Consumer<RequestSpecification> call) {
        String userAgent = newUserAgent();
        call.accept(given().header("User-Agent", userAgent));
        return traces.awaitTraceOf(userAgent);
    }

    static String newUserAgent() {
        return "test-" + UUID.randomUUID();
    }
}
