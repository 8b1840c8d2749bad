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

    void write(Span span, WorkDefinition definition, LocalTrace trace, Throwable failure) {
        if (!span.isRecording()) {
            return;
        }
        Throwable cause = ErrorRules.unwrap(failure);
        ErrorOrigin origin = rules.originOf(cause, definition.declaredErrors());
        span.setAttribute(AttributeKeys.ERROR_TYPE, cause.getClass().getName());
        span.setAttribute(AttributeKeys.ERROR_ORIGIN, origin.name().toLowerCase(Locale.ROOT));
        String message = messageOf(cause);
        if (message != null) {
            span.setAttribute(AttributeKeys.ERROR_MESSAGE, message);
        }
        if (origin == ErrorOrigin.SYSTEM && trace.isFirstSightOf(cause)) {
            BrokenTelemetry.guard(() -> span.recordException(cause));
        }
        if (definition.marksError(origin)) {
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
