package io.steptrace.runtime.internal.text;

import java.net.URI;

/** Texts from outside, as one line of a log takes them: printable and bounded. */
public final class LogText {

    private static final int MAX_DEPTH = 16;

    private LogText() {
    }

    /** A text as it can be printed, bounded; null and blank become null. */
    public static String printable(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String bounded = BoundedText.name(text);
        String printable = PrintableText.of(bounded == text ? text : bounded + BoundedText.CUT).strip();
        return printable.isEmpty() ? null : printable;
    }

    /** Scheme, host and port: without what may be a credential. */
    public static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority().replaceFirst("^.*@", "");
    }

    /** The {@link #words} of a failure as they can be printed, bounded. */
    public static String describe(Throwable failure) {
        return printable(words(failure));
    }

    /** What a failure says of itself, or its type; and what its root says, which often is the only reason there is. */
    public static String words(Throwable failure) {
        String itself = ofOne(failure);
        Throwable root = root(failure);
        String reason = root == failure ? itself : ofOne(root);
        return itself.contains(reason) ? itself : itself + ": " + reason;
    }

    private static String ofOne(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        // bounded, for two failures may be each other's cause
        for (int depth = 0; depth < MAX_DEPTH && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
