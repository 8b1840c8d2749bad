package io.steptrace.runtime.internal.sampling;

/** An expression that is no sampler: quotes it and points at the character where it goes wrong. */
public final class SamplerSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    SamplerSyntaxException(String expression, int position, String expected) {
        super("\"" + shown(expression.substring(0, position)) + ">>" + shown(expression.substring(position)) + "\" - character "
                + (position + 1) + " should begin " + expected);
        this.position = position;
    }

    /** In one line, with as many characters. */
    private static String shown(String part) {
        return part.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    /** Where it goes wrong, from 0. */
    public int position() {
        return position;
    }
}
