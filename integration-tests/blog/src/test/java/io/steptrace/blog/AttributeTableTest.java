package io.steptrace.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of attributes in the documentation holds what the golden traces hold, and the other way round. */
class AttributeTableTest {

    private static final Path TABLE = Path.of("..", "..", "docs", "modules", "ROOT", "pages", "reference", "attributes.adoc");
    private static final Path APPLICATIONS = Path.of("..");
    private static final String SHOWN_ATTRIBUTES = "Attributes of spans";
    private static final String HIDDEN_ATTRIBUTES = "Attributes the sample traces do not show";
    private static final String SHOWN_EVENTS = "Events";

    /** A span or an event, which an asterisk marks, and its attributes in braces. */
    private static final Pattern LINE = Pattern.compile("\\s*(\\* )?(.*?)(?: \\{(.*)})?");
    /** What an application says of itself begins with its own name, or that of what it is about. */
    private static final Pattern KEY = Pattern.compile("(?:^|, )(?!(?:blog|orders|item)\\.)([a-z_]+(?:\\.[a-z_]+)*)=");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static final Set<String> ATTRIBUTES = new TreeSet<>();
    private static final Map<String, Set<String>> EVENTS = new TreeMap<>();

    @BeforeAll
    static void readsTheGoldenTraces() throws IOException {
        try (Stream<Path> files = Files.walk(APPLICATIONS)) {
            files.filter(file -> file.toString().endsWith(".trace") && !file.toString().contains("target"))
                    .flatMap(AttributeTableTest::lines).forEach(AttributeTableTest::collect);
        }
        assertThat(ATTRIBUTES).contains("step.name", "effect.kind", "http.route");
    }

    @Test
    void holdsEveryAttributeOfTheGoldenTraces() {
        assertThat(rows(SHOWN_ATTRIBUTES).keySet()).isEqualTo(ATTRIBUTES);
    }

    @Test
    void listsNothingAsHiddenThatTheGoldenTracesShow() {
        assertThat(rows(HIDDEN_ATTRIBUTES).keySet()).doesNotContainAnyElementsOf(ATTRIBUTES);
    }

    @Test
    void holdsEveryEventAndWhatItSays() {
        assertThat(rows(SHOWN_EVENTS)).isEqualTo(EVENTS);
    }

    private static void collect(String line) {
        Matcher parts = LINE.matcher(line);
        assertThat(parts.matches()).isTrue();
        Set<String> keys = parts.group(1) == null ? ATTRIBUTES
                : EVENTS.computeIfAbsent(parts.group(2), event -> new TreeSet<>());
        if (parts.group(3) != null) {
            KEY.matcher(parts.group(3)).results().forEach(key -> keys.add(key.group(1)));
        }
    }

    /** The rows of a section: what stands in the first column, and what is quoted in the last. */
    private static Map<String, Set<String>> rows(String section) {
        Map<String, Set<String>> rows = new TreeMap<>();
        lines(TABLE).dropWhile(line -> !line.equals("== " + section)).skip(1).takeWhile(line -> !line.startsWith("== "))
                .filter(line -> line.startsWith("|`")).forEach(row -> {
                    String[] columns = row.substring(1).split("\\|");
                    Set<String> quoted = new TreeSet<>();
                    QUOTED.matcher(columns[columns.length - 1]).results().forEach(key -> quoted.add(key.group(1)));
                    rows.put(columns[0].strip().replace("`", ""), quoted);
                });
        return rows;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
