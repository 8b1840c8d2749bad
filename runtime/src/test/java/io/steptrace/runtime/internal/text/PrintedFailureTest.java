package io.steptrace.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PrintedFailureTest {

    @Test
    void printsWhatJavaPrints() {
        Exception failure = new IllegalStateException("outer", new IllegalArgumentException("inner", deep(20, null)));
        failure.addSuppressed(new java.io.IOException("while closing"));
        failure.getSuppressed()[0].initCause(new Exception("disk"));
        StringWriter java = new StringWriter();
        failure.printStackTrace(new PrintWriter(java));

        assertThat(print(failure)).isEqualTo(java.toString());
    }

    @Test
    void boundsWhatEachOfThemSays() {
        String huge = "secret".repeat(400_000);
        Exception failure = new IllegalStateException(huge, new IllegalArgumentException(huge));
        failure.addSuppressed(new IllegalArgumentException(huge));

        String printed = print(failure);

        assertThat(printed.split("secret", -1)).hasSizeLessThan(3 * 90);
        assertThat(printed).contains("\nCaused by: java.lang.IllegalArgumentException: secret",
                "Suppressed: java.lang.IllegalArgumentException: secret");
    }

    @Test
    void boundsFrames() {
        Exception failure = deep(1_000, null);
        assertThat(print(failure).lines().filter(line -> line.startsWith("\tat "))).hasSize(PrintedFailure.MAX_FRAMES);
        assertThat(print(failure)).endsWith(
                "\t... " + (failure.getStackTrace().length - PrintedFailure.MAX_FRAMES) + " frames left out\n");
    }

    @Test
    void boundsFailures() {
        Exception failure = null;
        for (int i = 0; i < 1_000; i++) {
            failure = new IllegalStateException("number " + i, failure);
            failure.setStackTrace(new StackTraceElement[0]);
        }
        assertThat(print(failure).lines()).hasSize(PrintedFailure.MAX_FAILURES + 1).last().isEqualTo("Caused by: ...");
    }

    @Test
    void boundsTheWhole() {
        Exception failure = null;
        for (int i = 0; i < 10; i++) {
            int number = i;
            failure = new Exception("number " + i, failure);
            failure.setStackTrace(IntStream.range(0, 200)
                    .mapToObj(line -> new StackTraceElement("Number" + number, "call", "Number.java", line))
                    .toArray(StackTraceElement[]::new));
        }
        assertThat(print(failure)).hasSize(PrintedFailure.MAX_LENGTH).endsWith("...");
    }

    @Test
    void endsWhereCausesGoInACircle() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        assertThat(print(first)).endsWith("Caused by: [CIRCULAR REFERENCE: java.lang.Exception]\n");
        assertThat(print(new OwnCause()).lines()).last().asString().startsWith("Caused by: [CIRCULAR REFERENCE:");
    }

    @Test
    void survivesWhatCannotSayAnything() {
        assertThat(print(new Broken())).isEqualTo(Broken.class.getName() + "\n");
        assertThat(print(new IllegalStateException("fine", new Broken())))
                .endsWith("Caused by: " + Broken.class.getName() + "\n");
    }

    @Test
    void asksForAMessageOnce() {
        Counting failure = new Counting();
        print(new IllegalStateException("outer", failure));
        assertThat(failure.asked).isEqualTo(1);
    }

    private static String print(Throwable failure) {
        return PrintedFailure.of(failure, PrintedFailure::messageOf);
    }

    private static Exception deep(int depth, Throwable cause) {
        return depth == 0 ? new Exception("deep", cause) : deep(depth - 1, cause);
    }

    private static final class OwnCause extends Exception {
        @Override
        public synchronized Throwable getCause() {
            return this;
        }
    }

    private static final class Broken extends Exception {
        @Override
        public String getMessage() {
            throw new AssertionError();
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new AssertionError();
        }

        @Override
        public synchronized Throwable getCause() {
            throw new AssertionError();
        }
    }

    private static final class Counting extends Exception {

        private int asked;

        @Override
        public String getMessage() {
            asked++;
            return "counted";
        }
    }
}
