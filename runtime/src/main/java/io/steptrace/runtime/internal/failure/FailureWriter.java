package io.steptrace.runtime.internal.failure;

import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.steptrace.ErrorOrigin;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;

/** Writes a failure to a span: type, message and origin always, status and stack trace only where they are deserved. */
public final class FailureWriter {

    private static final int FIRST_SERVER_ERROR = 500;

    private final ErrorRules rules;

    public FailureWriter(ErrorRules rules) {
        this.rules = rules;
    }

    /**
     * Records how the work has failed.
     *
     * @param declaredErrors what the method declares to throw
     * @param seen the failures of the trace so far
     * @param required whether the work around it fails with it
     */
    public void write(Span span, List<Class<?>> declaredErrors, SeenFailures seen, boolean required, Throwable failure) {
        if (!span.isRecording()) {
            return;
        }
        Throwable cause = ErrorRules.unwrap(failure);
        if (!required) {
            seen.addOptional(cause);
        }
        ErrorOrigin origin = rules.originOf(cause, declaredErrors);
        String message = describe(span, seen, cause, origin);
        // what an optional effect failed with colours nothing, even where it was not caught
        if (origin == ErrorOrigin.SYSTEM && !seen.isOptional(cause)) {
            span.setStatus(StatusCode.ERROR, message == null ? "" : message);
        }
    }

    /**
     * Writes what a request failed with. Its status is the server's business, and the truth about whose failure it was.
     *
     * @param root the ending span of the request
     * @param status what the request was answered with; {@code null} if that says nothing
     */
    public static void writeToRoot(Span root, SeenFailures seen, Throwable failure, Long status) {
        Throwable cause = ErrorRules.unwrap(failure);
        boolean isError = status == null || status >= FIRST_SERVER_ERROR;
        describe(root, seen, cause, isError ? ErrorOrigin.SYSTEM : ErrorOrigin.APPLICATION);
        if (status != null && isError) {
            // as the conventions have it
            root.setAttribute(AttributeKeys.ERROR_TYPE, status.toString());
        }
    }

    /**
     * Says what failed and whose failure it is; the stack trace only of faults, and once in a trace.
     *
     * @return what the failure says; {@code null} if that is nothing
     */
    private static String describe(Span span, SeenFailures seen, Throwable cause, ErrorOrigin origin) {
        span.setAttribute(AttributeKeys.ERROR_TYPE, BoundedText.name(cause.getClass().getName()));
        span.setAttribute(AttributeKeys.ERROR_ORIGIN, EnumName.of(origin));
        String message = seen.messageOf(cause);
        if (message != null) {
            span.setAttribute(AttributeKeys.ERROR_MESSAGE, message);
        }
        if (origin == ErrorOrigin.SYSTEM && seen.isFirstSightOf(cause)) {
            BrokenTelemetry.guard(() -> ExceptionEvent.write(span, cause, seen::messageOf));
        }
        return message;
    }
}
