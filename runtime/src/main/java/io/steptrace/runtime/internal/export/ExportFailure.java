package io.steptrace.runtime.internal.export;

import java.time.Duration;

import io.steptrace.runtime.internal.text.LogText;

/** One attempt to send a batch has failed; carries no stack trace, because it is an answer and not a bug. */
public final class ExportFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is to be made of it. */
    private enum Kind {
        TRANSIENT,
        UNREACHABLE,
        MISCONFIGURED,
        TOO_LARGE,
        PERMANENT
    }

    private final Kind kind;
    private final String errorType;
    private final Duration retryAfter;

    private ExportFailure(Kind kind, String errorType, Duration retryAfter, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.errorType = errorType;
        this.retryAfter = retryAfter;
    }

    /** The attempt may succeed if repeated. */
    public static ExportFailure transientOne(String errorType, Duration retryAfter, String message) {
        return new ExportFailure(Kind.TRANSIENT, errorType, retryAfter, message);
    }

    /** The connection broke, perhaps after the request had arrived. */
    public static ExportFailure ofConnection(Throwable cause) {
        return new ExportFailure(Kind.TRANSIENT, "connection", null, LogText.words(cause));
    }

    /** There was no connection to send the request on. */
    public static ExportFailure unreachable(Throwable cause) {
        return new ExportFailure(Kind.UNREACHABLE, "connection", null, LogText.words(cause));
    }

    /** The collector did not answer in time. */
    public static ExportFailure ofTimeout() {
        return new ExportFailure(Kind.TRANSIENT, "timeout", null, "no answer in time");
    }

    /** The request is larger than the collector, or what is in between, takes. */
    public static ExportFailure tooLarge(String errorType, String message) {
        return new ExportFailure(Kind.TOO_LARGE, errorType, null, message);
    }

    /** Nothing passes before the configuration is mended, here or there: credentials, rights, an address. */
    public static ExportFailure misconfigured(String errorType, String message) {
        return new ExportFailure(Kind.MISCONFIGURED, errorType, null, message);
    }

    /** No repetition will help. */
    public static ExportFailure permanent(String errorType, String message) {
        return new ExportFailure(Kind.PERMANENT, errorType, null, message);
    }

    /** The same failure in other words. */
    public ExportFailure saying(String message) {
        return new ExportFailure(kind, errorType, retryAfter, message);
    }

    /** A low-cardinality word for what went wrong, for example the status code; the {@code error.type} of a loss. */
    public String errorType() {
        return errorType;
    }

    /** Whether OTLP allows to send the same request again. */
    public boolean isRetryable() {
        return kind == Kind.TRANSIENT || isUnreachable();
    }

    /** Whether the batch may be accepted at another time, be it only after the configuration was mended. */
    public boolean mayPassLater() {
        return isRetryable() || kind == Kind.MISCONFIGURED;
    }

    /** Whether nothing of the request has reached the collector: it says nothing of this batch that is not true of all. */
    public boolean isUnreachable() {
        return kind == Kind.UNREACHABLE;
    }

    /** Whether no repetition will help, but a smaller request may. */
    public boolean isTooLarge() {
        return kind == Kind.TOO_LARGE;
    }

    /** How long the collector asks to be left alone; null if it does not. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
