package io.steptrace.runtime.internal.export;

import java.time.Duration;

/** One attempt to send a batch has failed; carries no stack trace, because it is an answer and not a bug. */
public final class ExportFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String errorType;
    private final boolean retryable;
    private final Duration retryAfter;

    private ExportFailure(String errorType, boolean retryable, Duration retryAfter, String message, Throwable cause) {
        super(message, cause, false, false);
        this.errorType = errorType;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    /** The attempt may succeed if repeated. */
    public static ExportFailure transientOne(String errorType, Duration retryAfter, String message) {
        return new ExportFailure(errorType, true, retryAfter, message, null);
    }

    /** The collector could not be reached, or the connection broke. */
    public static ExportFailure ofConnection(Throwable cause) {
        return new ExportFailure("connection", true, null, Texts.describe(cause), cause);
    }

    /** The collector did not answer in time. */
    public static ExportFailure ofTimeout() {
        return new ExportFailure("timeout", true, null, "no answer in time", null);
    }

    /** No repetition will help. */
    public static ExportFailure permanent(String errorType, String message) {
        return new ExportFailure(errorType, false, null, message, null);
    }

    /** A low-cardinality word for what went wrong, for example the status code; the {@code error.type} of a loss. */
    public String errorType() {
        return errorType;
    }

    /** Whether OTLP allows to send the same request again. */
    public boolean isRetryable() {
        return retryable;
    }

    /** How long the collector asks to be left alone; null if it does not. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
