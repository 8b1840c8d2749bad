package io.steptrace.runtime.internal.telemetry;

/** How a step or an effect ended. */
public enum Outcome {
    /** It returned, or its asynchronous result completed. */
    DONE("done"),
    /** As done, by way of a need. */
    NEED("need"),
    /** It threw, or its asynchronous result failed. */
    FAIL("fail"),
    /** Its result is no longer awaited. */
    CANCELLED("cancelled");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    public boolean isSuccess() {
        return this == DONE || this == NEED;
    }

    public String text() {
        return text;
    }
}
