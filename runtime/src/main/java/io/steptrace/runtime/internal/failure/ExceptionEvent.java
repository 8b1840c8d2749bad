package io.steptrace.runtime.internal.failure;

import java.util.function.Function;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.EventNames;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.PrintedFailure;

/**
 * The event {@code exception} of the semantic conventions, bounded. That of {@link Span#recordException} is as long as what
 * the application says in it, and is made whole before limits of the SDK cut it.
 */
final class ExceptionEvent {

    private ExceptionEvent() {
    }

    /** @param messages what a failure says, bounded; {@code null} for nothing */
    static void write(Span span, Throwable failure, Function<Throwable, String> messages) {
        String canonical = failure.getClass().getCanonicalName();
        span.addEvent(EventNames.EXCEPTION, Attributes.of(
                AttributeKeys.EXCEPTION_TYPE, BoundedText.name(canonical == null ? failure.getClass().getName() : canonical),
                AttributeKeys.EXCEPTION_MESSAGE, messages.apply(failure),
                AttributeKeys.EXCEPTION_STACKTRACE, PrintedFailure.of(failure, messages)));
    }
}
