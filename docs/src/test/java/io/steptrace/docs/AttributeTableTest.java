package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.steptrace.docs.names.Names;
import io.steptrace.docs.page.Pages;
import io.steptrace.docs.page.Repository;

/** The table of attributes in the documentation holds what the golden traces hold, and the other way round. */
class AttributeTableTest {

    private static final String TABLE = "reference/attributes.adoc";
    private static final String APPLICATIONS = "integration-tests";
    private static final String SHOWN_ATTRIBUTES = "Attributes of spans";
    private static final String HIDDEN_ATTRIBUTES = "Attributes the sample traces do not show";
    private static final String SHOWN_EVENTS = "Events";
    private static final String HIDDEN_EVENTS = "Events the sample traces do not show";
    /** What Quarkus or a user has named, by what is said of it or by the gap in its name. */
    private static final Pattern OF_OTHERS = Pattern.compile(".*\\(Quarkus\\).*|.*<\\w+>.*");

    /** A span or an event, which an asterisk marks, and its attributes in braces. */
    private static final Pattern LINE = Pattern.compile("\\s*(\\* )?(.*?)(?: \\{(.*)})?");
    /** What an application says of itself begins with its own name, or that of what it is about. */
    private static final Pattern KEY = Pattern.compile("(?:^|, )(?!(?:blog|orders|item)\\.)([a-z_]+(?:\\.[a-z_]+)*)=");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static final Set<String> ATTRIBUTES = new TreeSet<>();
    private static final Map<String, Set<String>> EVENTS = new TreeMap<>();

    @BeforeAll
    static void readsTheGoldenTraces() {
        Repository.files(file -> file.startsWith(APPLICATIONS) && file.endsWith(".trace")).stream()
                .flatMap(file -> Repository.read(file).lines())
                .forEach(AttributeTableTest::collect);
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

    @Test
    void listsAsHiddenWhatTheCodeCanWrite() {
        assertThat(rows(HIDDEN_ATTRIBUTES, line -> !OF_OTHERS.matcher(line).matches()).keySet()).isNotEmpty()
                .isSubsetOf(Names.attributes());
        assertThat(rows(HIDDEN_EVENTS).keySet()).isNotEmpty().isSubsetOf(Names.events()).doesNotContainAnyElementsOf(
                EVENTS.keySet());
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

    private static Map<String, Set<String>> rows(String section) {
        return rows(section, line -> true);
    }

    /** The rows of a section: what stands in the first column, and what is quoted in the last. */
    private static Map<String, Set<String>> rows(String section, Predicate<String> condition) {
        Map<String, Set<String>> rows = new TreeMap<>();
        Pages.site(TABLE).lines().stream().dropWhile(line -> !line.equals("== " + section)).skip(1)
                .takeWhile(line -> !line.startsWith("== ")).filter(line -> line.startsWith("|`")).filter(condition)
                .forEach(row -> {
                    String[] columns = row.substring(1).split("\\|");
                    Set<String> quoted = new TreeSet<>();
                    QUOTED.matcher(columns[columns.length - 1]).results().forEach(key -> quoted.add(key.group(1)));
                    rows.put(columns[0].strip().replace("`", ""), quoted);
                });
        return rows;
    }
}
