package io.steptrace.blog.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the page on alerts tells a reader to ask, and to copy. */
final class AlertsPage {

    private static final Path PAGE = Path.of("..", "..", "docs", "modules", "ROOT", "pages", "on-call",
            "alerts-dashboard.adoc");
    private static final Pattern BLOCK = Pattern.compile("\\[source,(\\w+)]\n----\n(.*?)\n----\n", Pattern.DOTALL);
    /** Each line is a query, unless it begins in the middle of one. */
    private static final Pattern NEXT_QUERY = Pattern.compile("\n(?! )");

    private AlertsPage() {
    }

    /** The file of alert rules. */
    static String rules() {
        return blocks("yaml").get(0);
    }

    static List<String> queries() {
        return blocks("promql").stream().flatMap(NEXT_QUERY::splitAsStream).toList();
    }

    private static List<String> blocks(String language) {
        try {
            return BLOCK.matcher(Files.readString(PAGE)).results().filter(block -> block.group(1).equals(language))
                    .map((MatchResult block) -> block.group(2)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
