package io.steptrace.runtime.internal.sampling;

/** An expression that is no sampler: quotes it and points at the character where it goes wrong. */
public final class SamplerSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    SamplerSyntaxException(String expression, int position, String expected) {
        super("\"" + expression.substring(0, position) + ">>" + expression.substring(position) + "\" - character "
                + (position + 1) + " should begin " + expected);
        this.position = position;
    }

    /** Where it goes wrong, from 0. */
    public int position() {
        return position;
    }
}
