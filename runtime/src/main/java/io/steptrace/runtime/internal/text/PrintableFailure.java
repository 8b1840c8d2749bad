package io.steptrace.runtime.internal.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Stands for a failure in a log where the failure itself, or what caused it, says something that is not printable: it has its
 * frames, and its words made printable.
 */
final class PrintableFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Two failures may be each other's cause. */
    private static final int MAX_FAILURES = 16;

    private final String words;

    private PrintableFailure(Throwable failure, String words, Throwable cause) {
        super(null, cause, false, true);
        this.words = words;
        setStackTrace(PrintedFailure.framesOf(failure));
    }

    /** The failure itself, if all that it and its causes say is printable; {@code null} stays {@code null}. */
    static Throwable of(Throwable failure) {
        Deque<Throwable> chain = new ArrayDeque<>();
        boolean isPrintable = true;
        for (Throwable next = failure; next != null && chain.size() < MAX_FAILURES; next = PrintedFailure.causeOf(next)) {
            chain.push(next);
            isPrintable &= saysPrintable(next)
                    && Arrays.stream(next.getSuppressed()).allMatch(PrintableFailure::saysPrintable);
        }
        if (isPrintable) {
            return failure;
        }
        PrintableFailure printable = null;
        for (Throwable next : chain) {
            printable = new PrintableFailure(next, wordsOf(next), printable);
        }
        return printable;
    }

    @Override
    public String toString() {
        return words;
    }

    /** A failure that cannot speak would break whatever logs it. */
    private static boolean saysPrintable(Throwable failure) {
        try {
            return PrintableText.isPrintable(failure.toString());
        } catch (Throwable broken) {
            return false;
        }
    }

    private static String wordsOf(Throwable failure) {
        String message = PrintedFailure.messageOf(failure);
        return failure.getClass().getName() + (message == null ? "" : ": " + PrintableText.of(message));
    }
}
