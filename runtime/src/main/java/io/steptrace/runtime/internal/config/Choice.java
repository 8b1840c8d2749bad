package io.steptrace.runtime.internal.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.steptrace.runtime.internal.text.EnumName;

/**
 * A key whose value is one of a few words, the constants of an enum in lower case with hyphens.
 * <p>
 * It is configured as text: a word that is none would otherwise be refused by its conversion, alone and in words of its
 * own, before our rules are asked.
 */
public final class Choice {

    private Choice() {
    }

    /** What the word means; the first constant if it is none, as the start is about to be refused. */
    public static <E extends Enum<E>> E of(Class<E> type, String word) {
        return find(type, word).orElse(type.getEnumConstants()[0]);
    }

    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> plain(constant.name()).equals(plain(word.strip())))
                .findFirst();
    }

    /** The words, as they stand in a rule. */
    public static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> EnumName.of(constant).replace('_', '-'))
                .collect(Collectors.joining(" or "));
    }

    /** As the platform reads enums: with hyphens, underscores, or in one word. */
    private static String plain(String word) {
        return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
