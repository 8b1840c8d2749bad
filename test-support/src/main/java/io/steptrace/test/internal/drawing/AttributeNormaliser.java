package io.steptrace.test.internal.drawing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Replaces what differs from run to run, or from machine to machine, by a word in angle brackets. */
final class AttributeNormaliser {

    private static final Pattern PORT_OF_THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\]):\\d+");

    /** Says who asked, or how long the answer is: neither is what a golden trace is about. */
    private static final Predicate<String> OMITTED = Pattern
            .compile(
                    "steptrace\\.waited_for|user_agent\\..*|http\\.user_agent|.*\\.body\\.size|http\\.re(quest|sponse)_content_length")
            .asMatchPredicate();

    private static final List<Rule> RULES = List.of(
            new Rule(".*_ms(_total)?", "<ms>"),
            new Rule("job\\.worker|thread\\..*", "<thread>"),
            // effects on different threads begin in any order
            new Rule("job\\.depth.*|effect\\.sequence", "<n>"),
            new Rule(".*size_bytes", "<size>"),
            new Rule(".*\\.port", "<port>"),
            new Rule("messaging\\.message\\..*id", "<id>"),
            new Rule("client\\.address|http\\.client_ip|network\\..*\\.address|net\\.(sock\\.)?peer\\.(addr|ip)", "<address>"));

    private AttributeNormaliser() {
    }

    /** The value as a golden trace shows it, or empty when it is left out. */
    static Optional<String> normalise(String key, Object value) {
        if (OMITTED.test(key)) {
            return Optional.empty();
        }
        return Optional.of(RULES.stream().filter(rule -> rule.appliesTo(key)).findFirst()
                .map(Rule::word)
                .orElseGet(() -> text(key, value.toString())));
    }

    private static String text(String key, String value) {
        // the first line of a stack trace is the type and the message; the rest changes with every edit
        String shown = key.equals("exception.stacktrace") ? value.lines().findFirst().orElse("") : value;
        return PORT_OF_THIS_MACHINE.matcher(shown).replaceAll("$1:<port>").replace("\n", "\\n");
    }

    private record Rule(Predicate<String> keys, String word) {

        Rule(String keys, String word) {
            this(Pattern.compile(keys).asMatchPredicate(), word);
        }

        boolean appliesTo(String key) {
            return keys.test(key);
        }
    }
}
