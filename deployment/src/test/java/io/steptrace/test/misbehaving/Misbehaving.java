package io.steptrace.test.misbehaving;

import java.util.Random;
import java.util.concurrent.CompletionException;

/** Exceptions, arguments and results that misbehave whenever they are asked for something. */
final class Misbehaving {

    private Misbehaving() {
    }

    /** An exception or an error, maybe wrapped, maybe its own cause. */
    static Throwable failure(Random random) {
        Trouble says = Trouble.any(random);
        Trouble causes = Trouble.any(random);
        return switch (random.nextInt(4)) {
            case 0 -> new BadError(says, causes, random.nextBoolean());
            case 1 -> new BadWrapper(new BadException(says, causes, random.nextBoolean()), causes);
            default -> new BadException(says, causes, random.nextBoolean());
        };
    }

    /** One that fails to say what it is. Fault tolerance walks along causes for ever, with and without telemetry. */
    static Throwable withoutCause(Random random) {
        return new BadError(Trouble.any(random), Trouble.NONE, false);
    }

    /** An object that may be marked as an attribute, rendered, or kept in a slot. */
    static CharSequence text(Random random) {
        return new BadText(Trouble.any(random), random.nextInt(20) == 0 ? 5_000_000 : random.nextInt(20));
    }

    /** How it answers what it is asked. */
    private record Manners(Trouble says, Trouble causes, boolean isOwnCause) {

        String say() {
            says.make();
            return "bad";
        }

        /** @param another made anew each time */
        Throwable cause(Throwable self, Throwable another) {
            causes.make();
            return isOwnCause ? self : another;
        }
    }

    static final class BadException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Manners manners;

        BadException(Trouble says, Trouble causes, boolean isOwnCause) {
            this.manners = new Manners(says, causes, isOwnCause);
        }

        @Override
        public String getMessage() {
            return manners.say();
        }

        @Override
        public synchronized Throwable getCause() {
            return manners.cause(this, new BadException(manners.says, manners.causes, false));
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            manners.causes.make();
            return super.getStackTrace();
        }

        @Override
        public int hashCode() {
            manners.say();
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            manners.say();
            return true;
        }
    }

    static final class BadError extends Error {

        private static final long serialVersionUID = 1L;
        private final transient Manners manners;

        BadError(Trouble says, Trouble causes, boolean isOwnCause) {
            this.manners = new Manners(says, causes, isOwnCause);
        }

        @Override
        public String getMessage() {
            return manners.say();
        }

        @Override
        public synchronized Throwable getCause() {
            return manners.cause(this, null);
        }
    }

    /** Of a kind that is taken off, and what it wraps may be itself. */
    static final class BadWrapper extends CompletionException {

        private static final long serialVersionUID = 1L;
        private final transient Throwable wrapped;
        private final Trouble causes;

        BadWrapper(Throwable wrapped, Trouble causes) {
            super("wrapper");
            this.wrapped = wrapped;
            this.causes = causes;
        }

        @Override
        public synchronized Throwable getCause() {
            causes.make();
            return causes == Trouble.NONE ? this : wrapped;
        }
    }

    private record BadText(Trouble says, int length) implements CharSequence {

        @Override
        public char charAt(int index) {
            says.make();
            return 'x';
        }

        @Override
        public int length() {
            says.make();
            return length;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            says.make();
            return this;
        }

        @Override
        public String toString() {
            says.make();
            return "x".repeat(length);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
