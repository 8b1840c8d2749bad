package io.steptrace.runtime.internal.span;

import java.util.Locale;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.steptrace.ErrorOrigin;

/** Writes a failure to a span: type, message and origin always, status and stack trace only where they are deserved. */
final class FailureWriter {

    /** Characters of a message that are kept; messages may quote whole documents. */
    static final int MAX_MESSAGE_LENGTH = 512;

    private final ErrorRules rules;

    FailureWriter(ErrorRules rules) {
        this.rules = rules;
    }

    /**
     * Tells how the work has failed.
     *
     * @param required whether the work around it fails with it
     */
    void write(Span span, WorkDefinition definition, LocalTrace trace, boolean required, Throwable failure) {
        if (!span.isRecording()) {
            return;
        }
        Throwable cause = ErrorRules.unwrap(failure);
        ErrorOrigin origin = rules.originOf(cause, definition.declaredErrors());
        SeenFailures seen = trace.failures();
        if (!required) {
            seen.addOptional(cause);
        }
        span.setAttribute(AttributeKeys.ERROR_TYPE, cause.getClass().getName());
        span.setAttribute(AttributeKeys.ERROR_ORIGIN, origin.name().toLowerCase(Locale.ROOT));
        String message = messageOf(cause);
        if (message != null) {
            span.setAttribute(AttributeKeys.ERROR_MESSAGE, message);
        }
        if (origin == ErrorOrigin.SYSTEM && seen.isFirstSightOf(cause)) {
            BrokenTelemetry.guard(() -> span.recordException(cause));
        }
        // what an optional effect failed with colours nothing, even where nobody caught it
        if (origin == ErrorOrigin.SYSTEM && !seen.isOptional(cause)) {
            span.setStatus(StatusCode.ERROR, message == null ? "" : message);
        }
    }

    /** The application's {@code getMessage()} may throw; telemetry must not. */
    private static String messageOf(Throwable failure) {
        try {
            String message = failure.getMessage();
            return message == null || message.length() <= MAX_MESSAGE_LENGTH ? message
                    : message.substring(0, MAX_MESSAGE_LENGTH);
        } catch (RuntimeException broken) {
            return null;
        }
    }
}
