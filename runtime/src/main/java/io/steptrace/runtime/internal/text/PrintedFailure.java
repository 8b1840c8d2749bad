package io.steptrace.runtime.internal.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;

/**
 * A failure with its causes as Java prints it, but bounded while it is printed: in characters, in frames, in failures, and in
 * what each of them says. For one thread.
 */
public final class PrintedFailure {

    /** Characters of all. */
    static final int MAX_LENGTH = 32_768;

    /** Frames of each failure. */
    static final int MAX_FRAMES = 128;

    /** Failures, with causes and suppressed ones. */
    static final int MAX_FAILURES = 16;

    private static final StackTraceElement[] NO_FRAMES = {};

    private final Function<Throwable, String> messages;
    private final StringBuilder text = new StringBuilder(1_024);
    private final Set<Throwable> printed = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean isFull;

    private PrintedFailure(Function<Throwable, String> messages) {
        this.messages = messages;
    }

    /**
     * Prints a failure.
     *
     * @param messages what a failure says, as {@link #messageOf} has it
     */
    public static String of(Throwable failure, Function<Throwable, String> messages) {
        PrintedFailure print = new PrintedFailure(messages);
        print.print(failure, "", "", NO_FRAMES);
        return print.text.toString();
    }

    /** What a failure says, bounded; {@code null} if that is nothing, or it cannot. */
    public static String messageOf(Throwable failure) {
        try {
            return BoundedText.message(failure.getMessage());
        } catch (Throwable broken) {
            // code of the application
            return null;
        }
    }

    private void print(Throwable failure, String indent, String caption, StackTraceElement[] enclosing) {
        printed.add(failure);
        append(indent).append(caption).append(BoundedText.name(failure.getClass().getName()));
        String message = messages.apply(failure);
        if (message != null) {
            append(": ").append(message);
        }
        append("\n");
        StackTraceElement[] frames = framesOf(failure);
        int own = frames.length - inCommon(frames, enclosing);
        for (int i = 0; i < Math.min(own, MAX_FRAMES) && !isFull; i++) {
            append(indent).append("\tat ").append(String.valueOf(frames[i])).append("\n");
        }
        if (own > MAX_FRAMES) {
            append(indent).append("\t... ").append(own - MAX_FRAMES + " frames left out\n");
        }
        if (own < frames.length) {
            append(indent).append("\t... ").append(frames.length - own + " more\n");
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            printAnother(suppressed, indent + "\t", "Suppressed: ", frames);
        }
        printAnother(causeOf(failure), indent, "Caused by: ", frames);
    }

    private void printAnother(Throwable failure, String indent, String caption, StackTraceElement[] enclosing) {
        if (failure == null || isFull) {
            return;
        }
        if (printed.contains(failure)) {
            append(indent).append(caption).append("[CIRCULAR REFERENCE: ")
                    .append(BoundedText.name(failure.getClass().getName())).append("]\n");
        } else if (printed.size() < MAX_FAILURES) {
            print(failure, indent, caption, enclosing);
        } else {
            append(indent).append(caption).append(BoundedText.CUT);
            isFull = true;
        }
    }

    private PrintedFailure append(String part) {
        if (!isFull && part.length() <= MAX_LENGTH - BoundedText.CUT.length() - text.length()) {
            text.append(part);
        } else if (!isFull) {
            text.append(BoundedText.cut(part, MAX_LENGTH - BoundedText.CUT.length() - text.length())).append(BoundedText.CUT);
            isFull = true;
        }
        return this;
    }

    /** Counted from the end, as Java does. */
    private static int inCommon(StackTraceElement[] frames, StackTraceElement[] enclosing) {
        int count = 0;
        while (count < Math.min(frames.length, enclosing.length) && frames[frames.length - 1 - count] != null
                && frames[frames.length - 1 - count].equals(enclosing[enclosing.length - 1 - count])) {
            count++;
        }
        return count;
    }

    static StackTraceElement[] framesOf(Throwable failure) {
        try {
            StackTraceElement[] frames = failure.getStackTrace();
            return frames == null ? NO_FRAMES : frames;
        } catch (Throwable broken) {
            // code of the application
            return NO_FRAMES;
        }
    }

    static Throwable causeOf(Throwable failure) {
        try {
            return failure.getCause();
        } catch (Throwable broken) {
            // code of the application
            return null;
        }
    }
}
