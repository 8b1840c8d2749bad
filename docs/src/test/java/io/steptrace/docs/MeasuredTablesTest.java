package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;

/** Each table of figures says how it was measured, and when. That the command is there is for another test. */
class MeasuredTablesTest {

    private static final String PERFORMANCE = "explanation/performance.adoc";
    private static final Pattern FIGURE = Pattern.compile("\\|-?\\d");
    private static final Pattern TITLE = Pattern.compile("\\.Measured with `([^`]+)` on (\\d{4}-\\d{2}-\\d{2})");

    @Test
    void ofThePerformanceSaySo() {
        Page page = Pages.site(PERFORMANCE);
        assertThat(titles(page)).hasSizeGreaterThan(5).allMatch(title -> TITLE.matcher(title).matches());
    }

    @Test
    void wereNotMeasuredTomorrow() {
        List<String> measured = Pages.all().stream().flatMap(page -> page.lines().stream())
                .filter(line -> line.startsWith(".Measured ")).toList();
        assertThat(measured).allSatisfy(title -> {
            Matcher parts = TITLE.matcher(title);
            assertThat(parts.matches()).as("the form of " + title).isTrue();
            assertThat(LocalDate.parse(parts.group(2))).isBeforeOrEqualTo(LocalDate.now());
        });
    }

    /** What stands before each table with a figure in a cell, and before the line on its columns. */
    private static List<String> titles(Page page) {
        List<String> lines = page.lines();
        List<String> titles = new ArrayList<>();
        int[] borders = IntStream.range(0, lines.size()).filter(line -> lines.get(line).equals("|===")).toArray();
        for (int i = 0; i < borders.length; i += 2) {
            if (lines.subList(borders[i], borders[i + 1]).stream().anyMatch(row -> FIGURE.matcher(row).find())) {
                titles.add(before(lines, borders[i]));
            }
        }
        return titles;
    }

    private static String before(List<String> lines, int table) {
        return IntStream.iterate(table - 1, i -> i - 1).mapToObj(lines::get).filter(line -> !line.startsWith("[")).findFirst()
                .orElseThrow();
    }
}
