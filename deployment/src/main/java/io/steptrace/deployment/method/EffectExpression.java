package io.steptrace.deployment.method;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.steptrace.EffectKind;
import io.steptrace.runtime.internal.text.EnumName;

/**
 * The value of {@code @Effect}, taken apart: {@code <kind>.<operation>[ <target>]}.
 *
 * @param kind the family of I/O
 * @param operation a lower_snake_case word
 * @param target anything without white space; empty if there is none
 */
record EffectExpression(EffectKind kind, String operation, String target) {

    private static final Pattern OPERATION = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern GRAMMAR = Pattern
            .compile("(?<kind>[a-z]+)\\.(?<operation>" + OPERATION + ")( (?<target>\\S+))?");

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

    /** Which part of an expression outside the grammar is wrong, in the words of an error message. */
    static String mistakeIn(String expression) {
        int dot = expression.indexOf('.');
        if (dot < 0) {
            return "there is no \".\" between kind and operation";
        }
        String kind = expression.substring(0, dot);
        if (kindNamed(kind).isEmpty()) {
            return "\"" + kind + "\" is no kind";
        }
        int space = expression.indexOf(' ', dot);
        String operation = expression.substring(dot + 1, space < 0 ? expression.length() : space);
        return OPERATION.matcher(operation).matches()
                ? "the target \"" + expression.substring(space + 1) + "\" is empty or has white space"
                : "the operation \"" + operation + "\" is no lower_snake_case word";
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
        return EnumName.of(kind);
    }
}
