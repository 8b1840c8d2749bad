package io.steptrace.runtime.internal.span;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.PrintedFailure;

/**
 * The event {@code exception} of the semantic conventions, bounded. That of {@link Span#recordException} is as long as what
 * the application says in it, and is made whole before limits of the SDK cut it.
 */
final class ExceptionEvent {

    static final String NAME = "exception";

    private ExceptionEvent() {
    }

    /** @param message what the failure says, which is not asked for again; {@code null} for nothing */
    static void write(Span span, Throwable failure, String message) {
        String canonical = failure.getClass().getCanonicalName();
        span.addEvent(NAME, Attributes.of(
                AttributeKeys.EXCEPTION_TYPE, BoundedText.name(canonical == null ? failure.getClass().getName() : canonical),
                AttributeKeys.EXCEPTION_MESSAGE, BoundedText.message(message),
                AttributeKeys.EXCEPTION_STACKTRACE, PrintedFailure.of(failure, message)));
    }
}
