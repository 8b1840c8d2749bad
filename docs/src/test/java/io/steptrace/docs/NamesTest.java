package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.names.ConfigKeys;
import io.steptrace.docs.names.Names;
import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;
import io.steptrace.runtime.internal.telemetry.SpanNames;

/** What the pages call attributes, events, metrics and, in short, keys has these names in the code. */
class NamesTest {

    /** Of these, applications have none of their own. */
    private static final Pattern NAME = Pattern
            .compile("(?:steptrace|job|effect|need|concurrency|error|render)(?:\\.[a-z_]+)+(?:\\.\\*)?");
    private static final Pattern SHORT_KEY = Pattern
            .compile("((?:promote|tail|detect|stuck|parks|export|queues|dev|console)\\.[a-z.\\-\"*]+)(?:=\\S*)?");
    private static final Pattern TOOL = Pattern.compile("quarkus-steptrace_(\\w+)");
    private static final Set<String> SPANS = Set.of(SpanNames.QUEUE_WAIT, SpanNames.PARK_PREFIX.replace("(", ""));
    /** The benchmarks have names of their own. */
    private static final List<Page> PAGES = Pages.all().stream().filter(page -> !page.file().startsWith("integration-tests"))
            .toList();
    /** Properties of the system that tests read. */
    private static final Set<String> OTHERS = Set.of("steptrace.golden", "steptrace.screenshots.rewrite");

    @Test
    void areThoseOfTheCode() {
        Set<String> known = new HashSet<>(OTHERS);
        Stream.of(Names.attributes(), Names.events(), Names.metrics(), SPANS).forEach(known::addAll);
        assertThat(PAGES.stream().flatMap(page -> page.inlineCode().filter(code -> NAME.matcher(code).matches())
                .filter(code -> !isKnown(code, known)).map(code -> page + ": no such name: " + code))).isEmpty();
    }

    @Test
    void ofToolsAreThoseOfTheCode() {
        assertThat(PAGES.stream().flatMap(Page::inlineCode).map(TOOL::matcher).filter(Matcher::matches)
                .map(tool -> tool.group(1))).isNotEmpty().isSubsetOf(Names.tools());
    }

    private static boolean isKnown(String name, Set<String> known) {
        return known.contains(name) || name.endsWith(".*")
                && known.stream().anyMatch(each -> each.startsWith(name.substring(0, name.length() - 1)));
    }

    @Test
    void ofKeysInShortAreThoseOfTheCode() {
        assertThat(PAGES.stream().flatMap(NamesTest::unknownKeys)).isEmpty();
    }

    private static Stream<String> unknownKeys(Page page) {
        return page.inlineCode().map(SHORT_KEY::matcher).filter(code -> code.matches()).map(code -> code.group(1))
                .filter(key -> !ConfigKeys.know("quarkus.steptrace." + key))
                .map(key -> page + ": no such key: quarkus.steptrace." + key);
    }

    @Test
    void ofAttributesAreInTheReference() {
        String reference = Stream.of("reference/attributes.adoc", "reference/metrics.adoc", "reference/http-requests.adoc")
                .map(Pages::site).flatMap(page -> page.lines().stream()).collect(Collectors.joining("\n"));
        assertThat(Stream.concat(Names.attributes().stream(), Names.events().stream())).allMatch(reference::contains);
    }
}
