package io.steptrace.traces;

import static io.restassured.RestAssured.given;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import org.awaitility.Awaitility;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.restassured.specification.RequestSpecification;
import io.steptrace.test.Trace;
import io.steptrace.test.Traces;

/** Calls pages one at a time and returns the traces these calls left. */
@Singleton
public class TracedCalls {

    private static final AttributeKey<String> USER_AGENT = AttributeKey.stringKey("user_agent.original");

    private final Traces traces;

    TracedCalls(Traces traces) {
        this.traces = traces;
    }

    /** The trace of one GET. */
    public Trace get(String path) {
        return trace(request -> request.get(path));
    }

    /** As above, once a span of that name is in it: one that may end long after the response. */
    public Trace get(String path, String late) {
        String userAgent = newUserAgent();
        given().header("User-Agent", userAgent).get(path);
        return Awaitility.await().until(() -> traces.awaitOne(isRequestOf(userAgent)),
                trace -> trace.spans().stream().anyMatch(span -> span.getName().equals(late)));
    }

    /** The trace of one request of any kind. */
    public Trace trace(Consumer<RequestSpecification> call) {
        String userAgent = newUserAgent();
        call.accept(given().header("User-Agent", userAgent));
        return traces.awaitOne(isRequestOf(userAgent));
    }

    static Predicate<SpanData> isRequestOf(String userAgent) {
        return span -> userAgent.equals(span.getAttributes().get(USER_AGENT));
    }

    static String newUserAgent() {
        return "test-" + UUID.randomUUID();
    }
}
