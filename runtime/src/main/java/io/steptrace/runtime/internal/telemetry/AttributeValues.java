package io.steptrace.runtime.internal.telemetry;

/** The values of attributes that more than one feature writes or reads. */
public final class AttributeValues {

    /** What {@code error.type} says of a request whose client did not wait for the answer. */
    public static final String CLIENT_LEFT = "client_left";

    private AttributeValues() {
    }
}
