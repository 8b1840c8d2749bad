package io.steptrace.docs.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AsciiDoc, of which only explicit anchors count: GitHub and the site make different ones of headings. */
final class AsciiDoc implements Markup {

    private static final Pattern ATTRIBUTES = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern ROLE = Pattern.compile("role=\"?([\\w ]+)\"?");
    private static final Pattern LINK = Pattern.compile(
            "(?:xref:|link:|image::?|include::)([^\\s:\\[]+)\\[|<<([^,>]+)(?:,[^>]*)?>>");
    private static final Pattern ANCHOR = Pattern.compile("^\\[#([\\w-]+)[^\\]]*]$|\\[\\[([\\w-]+)]]");

    @Override
    public Fence fence(List<String> lines, int line) {
        String delimiter = lines.get(line);
        if (!delimiter.equals("----") && !delimiter.equals("....")) {
            return null;
        }
        Matcher attributes = ATTRIBUTES.matcher(line == 0 ? "" : lines.get(line - 1));
        if (!attributes.matches()) {
            return new Fence("", Set.of(), delimiter);
        }
        List<String> parts = Arrays.stream(attributes.group(1).split(",")).map(String::strip).toList();
        Set<String> roles = ROLE.matcher(attributes.group(1)).results()
                .flatMap(role -> Stream.of(role.group(1).split(" "))).collect(Collectors.toSet());
        return new Fence(parts.get(0).equals("source") && parts.size() > 1 ? parts.get(1) : "", roles, delimiter);
    }

    @Override
    public boolean isHidden(String line) {
        return line.startsWith("//");
    }

    @Override
    public Set<String> links(List<String> prose) {
        return prose.stream().flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1) == null ? "#" + link.group(2) : link.group(1)).collect(Collectors.toSet());
    }

    @Override
    public List<String> anchors(List<String> prose) {
        return prose.stream().flatMap(line -> ANCHOR.matcher(line).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1)).toList();
    }
}
