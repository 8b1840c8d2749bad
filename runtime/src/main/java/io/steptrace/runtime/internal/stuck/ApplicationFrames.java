package io.steptrace.runtime.internal.stuck;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which frames of a stack are those of the application, and not of what it runs on; immutable. */
public final class ApplicationFrames {

    private final Predicate<String> isApplication;

    /** @param isApplication whether a class, by its full name, is the application's */
    public ApplicationFrames(Predicate<String> isApplication) {
        this.isApplication = isApplication;
    }

    /** The innermost frame of the application; {@code null} if there is none. */
    StackTraceElement first(StackTraceElement[] stack) {
        return Stream.of(stack).filter(frame -> isApplication.test(frame.getClassName())).findFirst().orElse(null);
    }
}
