package io.steptrace.docs.shell;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.steptrace.docs.page.Block;
import io.steptrace.docs.page.Page;

/** A command of a shell, as a page has it. */
record Command(String place, List<String> words) {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)#.*$");
    private static final Pattern SEPARATOR = Pattern.compile("&&|\\|\\||[;|\\n]|(?<![<>])&");
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
    /** What a text between backticks begins with if it is a command. */
    private static final Pattern BEGINNING = Pattern
            .compile("(?:[A-Z_]+=\\S+ )?(?:mvn|\\./mvnw|\\./gradlew|quarkus|curl|java|for|[\\w./-]+\\.sh)\\b.*");

    static Stream<Command> of(Block block) {
        return parse(block.place(), block.text());
    }

    /** Those within sentences. */
    static Stream<Command> within(Page page) {
        return page.inlineCode().filter(code -> code.contains(" ") || code.endsWith(".sh"))
                .filter(code -> BEGINNING.matcher(code).matches()).flatMap(code -> parse(page.toString(), code));
    }

    private static Stream<Command> parse(String place, String text) {
        return SEPARATOR.splitAsStream(COMMENT.matcher(CONTINUED.matcher(text).replaceAll(" ")).replaceAll(""))
                .map(command -> WORD.matcher(command).results().map(word -> word.group().replaceAll("['\"]", "")).toList())
                .filter(words -> !words.isEmpty()).map(words -> new Command(place, words));
    }

    boolean runs(String... programs) {
        return Stream.of(programs).anyMatch(words::contains);
    }

    /** What follows an option. */
    Stream<String> after(String option) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 == words.size() ? Stream.empty() : Stream.of(words.get(at + 1));
    }

    @Override
    public String toString() {
        return place + ": " + String.join(" ", words) + ": ";
    }
}
