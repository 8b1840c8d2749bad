package io.steptrace.runtime.internal.text;

/**
 * How much is kept of a text that an application or a client has chosen, in {@code char}s. What is longer is cut, and never
 * within a character.
 */
public final class BoundedText {

    /** Elements of an array. */
    public static final int MAX_ELEMENTS = 128;

    /** A name, a reason, a type, an element of an array. */
    static final int NAME = 256;

    /** What a failure says. */
    static final int MESSAGE = 512;

    /** An argument of a method, a part of a request. */
    static final int VALUE = 4_096;

    /** Stands for what was cut, where that is shown. */
    static final String CUT = "...";

    private BoundedText() {
    }

    /** A name, a reason, a type or an element of an array; {@code null} stays {@code null}. */
    public static String name(String text) {
        return cut(text, NAME);
    }

    /** What a failure says; {@code null} stays {@code null}. */
    public static String message(String text) {
        return cut(text, MESSAGE);
    }

    /** An argument of a method or a part of a request; {@code null} stays {@code null}. */
    public static String value(String text) {
        return cut(text, VALUE);
    }

    static String cut(String text, int maxLength) {
        if (text == null || text.length() <= maxLength) {
            return text;
        }
        boolean isWithinCharacter = maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1))
                && Character.isLowSurrogate(text.charAt(maxLength));
        return text.substring(0, isWithinCharacter ? maxLength - 1 : maxLength);
    }
}
