package io.steptrace.runtime.internal.export;

/** Makes texts of others fit for one line of a log. */
public final class Texts {

    private static final int MAX_LENGTH = 256;

    private Texts() {
    }

    /** A text without control characters, bounded; null and blank become null. */
    public static String printable(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
        return bounded.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** What a failure says of itself, or its type. */
    public static String describe(Throwable failure) {
        String message = printable(failure.getMessage());
        return message != null ? message : failure.getClass().getSimpleName();
    }
}
