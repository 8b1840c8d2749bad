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

    /** @param cause of the failure, made printable as well; {@code null} if there is none */
    private PrintableFailure(Throwable failure, Throwable cause) {
        super(printableWordsOf(failure), cause);
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
            printable = new PrintableFailure(next, printable);
            for (Throwable suppressed : next.getSuppressed()) {
                printable.addSuppressed(new PrintableFailure(suppressed, null));
            }
        }
        return printable;
    }

    /** Its message begins with the type of the failure it stands for. */
    @Override
    public String toString() {
        return getMessage();
    }

    /** A failure that cannot speak would break whatever logs it. */
    private static boolean saysPrintable(Throwable failure) {
        String words = wordsOf(failure);
        return words != null && PrintableText.isPrintable(words);
    }

    private static String printableWordsOf(Throwable failure) {
        String words = wordsOf(failure);
        return words == null ? failure.getClass().getName() : PrintableText.of(words);
    }

    /** {@code null} if it cannot speak. */
    private static String wordsOf(Throwable failure) {
        try {
            return failure.toString();
        } catch (Throwable broken) {
            // code of the application
            return null;
        }
    }
}
