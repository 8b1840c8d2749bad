package io.steptrace.runtime.internal.text;

import java.util.Locale;

/** The constants of enums as values of attributes: in lower_snake_case. */
public final class EnumName {

    private EnumName() {
    }

    /** The name of a constant, such as {@code circuit_open}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
