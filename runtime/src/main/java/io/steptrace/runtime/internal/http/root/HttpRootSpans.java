package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.AttributeValues;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.telemetry.SpanStart;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.LocalTraceState.RootJob;
import io.steptrace.runtime.internal.trace.TraceAssembler;

/** Completes the spans of HTTP requests when all that Quarkus has to say of them is said; thread-safe. */
public final class HttpRootSpans {

    /** What stands in names for a method that the conventions do not know. */
    private static final String UNKNOWN_METHOD = "HTTP";
    private static final int FIRST_SERVER_ERROR = 500;
    /** What the conventions call the end of a request without a status and without a failure. */
    private static final String UNKNOWN_ERROR = "_OTHER";

    private final RequestFailures failures;
    private final GivenNames givenNames;
    private final boolean hasPrefix;
    private final boolean hasLegacyKeys;

    /**
     * @param hasPrefix whether names begin with {@code http.server: }
     * @param hasLegacyKeys whether attributes stand under their former keys as well
     */
    public HttpRootSpans(RequestFailures failures, GivenNames givenNames, boolean hasPrefix, boolean hasLegacyKeys) {
        this.failures = failures;
        this.givenNames = givenNames;
        this.hasPrefix = hasPrefix;
        this.hasLegacyKeys = hasLegacyKeys;
    }

    /** Any span is ending; those that are no requests are left alone. */
    public void complete(ReadWriteSpan span) {
        if (span.getKind() != SpanKind.SERVER) {
            return;
        }
        String method = span.getAttribute(AttributeKeys.HTTP_REQUEST_METHOD);
        if (method == null) {
            return;
        }
        Long status = span.getAttribute(AttributeKeys.HTTP_RESPONSE_STATUS_CODE);
        if (status == null && UNKNOWN_ERROR.equals(span.getAttribute(AttributeKeys.ERROR_TYPE))) {
            // an attribute cannot be taken back, but said better
            span.setAttribute(AttributeKeys.ERROR_TYPE, AttributeValues.CLIENT_LEFT);
        }
        BrokenTelemetry.guard(() -> failures.complete(span, status));
        // once for all: its job ends when it does, and is part of what is said of its trace
        long endNanos = SpanStart.epochNanos(span) + span.getLatencyNanos();
        BrokenTelemetry.guard(() -> completeJob(span, endNanos, status != null && status < FIRST_SERVER_ERROR));
        BrokenTelemetry.guard(() -> TraceAssembler.ends(span, endNanos));
        String given = givenNames.take(span);
        if (given != null) {
            span.updateName(BoundedText.name(given));
        } else if (hasPrefix) {
            prefix(span, method);
        }
        ClientWords words = ClientWords.bounded(span);
        if (hasLegacyKeys) {
            LegacyHttpAttributes.write(span, method, status, words);
        }
    }

    private static void completeJob(ReadWriteSpan root, long endNanos, boolean success) {
        RootJob job = LocalTraceState.take(root);
        if (job != null) {
            job.complete(endNanos, success);
        }
    }

    /** Quarkus' name is bounded: the route's template, or what stands for no route. */
    private static void prefix(ReadWriteSpan span, String method) {
        String name = span.getName();
        if (beginsWith(method, name) || beginsWith(UNKNOWN_METHOD, name)) {
            span.updateName(BoundedText.name(SpanNames.REQUEST_PREFIX + name));
        }
    }

    private static boolean beginsWith(String word, String name) {
        return name.startsWith(word) && (name.length() == word.length() || name.charAt(word.length()) == ' ');
    }
}
