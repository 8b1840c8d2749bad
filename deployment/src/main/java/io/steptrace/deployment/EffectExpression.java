package io.steptrace.deployment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.steptrace.EffectKind;

/**
 * The value of {@code @Effect}, taken apart: {@code <kind>.<operation>[ <target>]}.
 *
 * @param kind the family of I/O
 * @param operation a lower_snake_case word
 * @param target anything without white space; empty if there is none
 */
record EffectExpression(EffectKind kind, String operation, String target) {

    private static final Pattern GRAMMAR = Pattern
            .compile("(?<kind>[a-z]+)\\.(?<operation>[a-z][a-z0-9_]*)( (?<target>\\S+))?");

    /** Takes an expression apart; empty if it is outside the grammar. */
    static Optional<EffectExpression> parse(String expression) {
        Matcher matcher = GRAMMAR.matcher(expression);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String target = matcher.group("target");
        return kindNamed(matcher.group("kind"))
                .map(kind -> new EffectExpression(kind, matcher.group("operation"), target == null ? "" : target));
    }

    /** The grammar, in the words of an error message. */
    static String grammar() {
        String kinds = Arrays.stream(EffectKind.values()).map(EffectExpression::nameOf).collect(Collectors.joining(", "));
        return "\"<kind>.<operation>[ <target>]\" with a kind out of " + kinds;
    }

    private static Optional<EffectKind> kindNamed(String name) {
        return Arrays.stream(EffectKind.values()).filter(kind -> nameOf(kind).equals(name)).findFirst();
    }

    private static String nameOf(EffectKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
