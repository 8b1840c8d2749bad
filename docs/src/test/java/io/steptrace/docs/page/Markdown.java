package io.steptrace.docs.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Markdown, whose headings are anchors in the way of GitHub. */
final class Markdown implements Markup {

    private static final String FENCE = "```";
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$");

    @Override
    public Fence fence(List<String> lines, int line) {
        String text = lines.get(line);
        return text.startsWith(FENCE) ? new Fence(text.substring(FENCE.length()).strip(), Set.of(), FENCE) : null;
    }

    @Override
    public boolean isHidden(String line) {
        return false;
    }

    @Override
    public Set<String> links(List<String> prose) {
        return prose.stream().flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1)).collect(Collectors.toSet());
    }

    @Override
    public List<String> anchors(List<String> prose) {
        return prose.stream().map(HEADING::matcher).filter(Matcher::matches).map(heading -> heading.group(1))
                .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-')).toList();
    }
}
