package io.steptrace.runtime.internal.text;

/**
 * A text from outside as one line of a log or a console: without what moves the cursor, begins a line, or turns the order of
 * letters around. The one place that knows what that is.
 */
public final class PrintableText {

    private PrintableText() {
    }

    /**
     * A text without control characters (those of ASCII, C1 and so every escape of a terminal), format characters (marks of
     * direction, of byte order, without width), separators of lines and paragraphs, and halves of characters: a space
     * stands for each. {@code null} stays {@code null}.
     */
    public static String of(String text) {
        if (isPrintable(text)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> printable.appendCodePoint(isPrintable(character) ? character : ' '));
        return printable.toString();
    }

    /** Whether nothing in it has to give way; so it is with {@code null}. */
    static boolean isPrintable(String text) {
        return text == null || text.codePoints().allMatch(PrintableText::isPrintable);
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                false;
            default -> true;
        };
    }
}
