package io.steptrace.runtime.internal.span;

/** The values of attributes that more than one feature writes or reads. */
final class AttributeValues {

    /** What {@code error.type} says of a request whose client did not wait for the answer. */
    static final String CLIENT_LEFT = "client_left";

    private AttributeValues() {
    }
}
