package io.steptrace.runtime.internal.sampling;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.runtime.configuration.DurationConverter;

/** Reads a sampler expression once from left to right; blanks around its signs are allowed. */
final class SamplerSpecParser {

    private static final Map<String, TailRule> PLAIN_RULES = Map.of("error", new TailRule.Failed(), "effect",
            new TailRule.EffectFailed(), "p95", new TailRule.SlowerThan95(), "p99", new TailRule.SlowerThan99(), "queue",
            new TailRule.LongQueueWait(), "park", new TailRule.LongPark());

    private static final String A_RULE = "a rule: error, p95, p99, effect, queue, park or slow(<duration>)";
    private static final String A_RATIO = "a ratio from 0 to 1";
    private static final String A_DURATION = "a duration, such as 500ms, 2s or PT1M";

    private final String expression;
    private int position;

    SamplerSpecParser(String expression) {
        this.expression = expression;
    }

    SamplerSpec parse() {
        skipBlanks();
        expect("head:", "with head:");
        double ratio = ratio();
        Set<TailRule> rules = new LinkedHashSet<>();
        if (accept(",")) {
            expect("tail:", "with tail:");
            do {
                rules.add(rule());
            } while (accept("|"));
        }
        if (position < expression.length()) {
            throw wrong(position, rules.isEmpty() ? "with a comma, or be the end" : "with a bar, or be the end");
        }
        return new SamplerSpec(ratio, List.copyOf(rules));
    }

    private double ratio() {
        int begin = position;
        String text = readWhile("0123456789.eE-+");
        try {
            double ratio = Double.parseDouble(text);
            if (ratio >= 0 && ratio <= 1) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(begin, A_RATIO);
    }

    private TailRule rule() {
        int begin = position;
        String name = readWhile("abcdefghijklmnopqrstuvwxyz0123456789");
        if (name.equals("slow")) {
            expect("(", "with (");
            TailRule slow = new TailRule.SlowerThan(duration());
            expect(")", "with )");
            return slow;
        }
        TailRule rule = PLAIN_RULES.get(name);
        if (rule == null) {
            throw wrong(begin, A_RULE);
        }
        return rule;
    }

    /** As everywhere in Quarkus: a number of seconds, a number with a unit, or ISO 8601. */
    private Duration duration() {
        int begin = position;
        String text = readWhile("0123456789.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        try {
            Duration duration = DurationConverter.parseDuration(text);
            if (duration != null && duration.compareTo(Duration.ZERO) > 0) {
                return duration;
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // said below
        }
        throw wrong(begin, A_DURATION);
    }

    private String readWhile(String characters) {
        int begin = position;
        while (position < expression.length() && characters.indexOf(expression.charAt(position)) >= 0) {
            position++;
        }
        String read = expression.substring(begin, position);
        skipBlanks();
        return read;
    }

    private void expect(String sign, String expected) {
        if (!accept(sign)) {
            throw wrong(position, expected);
        }
    }

    private boolean accept(String sign) {
        if (!expression.startsWith(sign, position)) {
            return false;
        }
        position += sign.length();
        skipBlanks();
        return true;
    }

    private void skipBlanks() {
        while (position < expression.length() && expression.charAt(position) == ' ') {
            position++;
        }
    }

    private SamplerSyntaxException wrong(int where, String expected) {
        return new SamplerSyntaxException(expression, where, expected);
    }
}
