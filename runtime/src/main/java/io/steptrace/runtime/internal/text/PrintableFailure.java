package io.steptrace.runtime.internal.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Stands for a failure in a log where the failure itself, or what caused it, says something that is not printable: it has its
 * frames, and its words made printable.
 */
final class PrintableFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** With all causes and suppressed ones, of those as well; what is beyond is left out. */
    private static final int MAX_FAILURES = 64;

    /** @param cause of the failure, made printable as well; {@code null} if there is none */
    private PrintableFailure(Throwable failure, Throwable cause) {
        super(printableWordsOf(failure), cause);
        setStackTrace(PrintedFailure.framesOf(failure));
    }

    /** The failure itself, if all that it and those within it say is printable; {@code null} stays {@code null}. */
    static Throwable of(Throwable failure) {
        return isPrintable(failure, none()) ? failure : standIn(failure, none());
    }

    private static boolean isPrintable(Throwable failure, Set<Throwable> seen) {
        if (failure == null || seen.contains(failure)) {
            return true;
        }
        // what is beyond the limit has not been looked at
        return seen.size() < MAX_FAILURES && seen.add(failure) && saysPrintable(failure)
                && isPrintable(PrintedFailure.causeOf(failure), seen)
                && Arrays.stream(failure.getSuppressed()).allMatch(suppressed -> isPrintable(suppressed, seen));
    }

    /** {@code null} for one that has its stand-in already, and beyond the limit. */
    private static PrintableFailure standIn(Throwable failure, Set<Throwable> seen) {
        if (failure == null || seen.size() == MAX_FAILURES || !seen.add(failure)) {
            return null;
        }
        PrintableFailure printable = new PrintableFailure(failure, standIn(PrintedFailure.causeOf(failure), seen));
        for (Throwable suppressed : failure.getSuppressed()) {
            PrintableFailure within = standIn(suppressed, seen);
            if (within != null) {
                printable.addSuppressed(within);
            }
        }
        return printable;
    }

    /** Two failures may be each other's cause, and their equals() is code of the application. */
    private static Set<Throwable> none() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Its message begins with the type of the failure it stands for. */
    @Override
    public String toString() {
        return getMessage();
    }

    /** A failure that cannot speak would break each handler that logs it. */
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
