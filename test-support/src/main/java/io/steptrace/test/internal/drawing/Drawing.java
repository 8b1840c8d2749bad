package io.steptrace.test.internal.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.test.internal.spans.SpanTree;

/** A trace as it is drawn, from its spans or from a text; immutable. */
public final class Drawing {

    static final String INDENT = "  ";
    private static final String EVENT = "* ";
    private static final Pattern BRANCHES = Pattern.compile("((?:│  |   )*(?:├─ |└─ )?)(.*)");
    private static final Pattern INDENTED = Pattern.compile("((?:  )*)(.*)");
    private static final int BRANCH_WIDTH = 3;
    /** With its kind before it, or not, and with whatever it says. */
    private static final Pattern WAIT = Pattern.compile("(?:INTERNAL )?(" + Pattern.quote(SpanNames.QUEUE_WAIT) + "|"
            + Pattern.quote(SpanNames.PARK_PREFIX) + "[a-z_]+\\))(?: .*)?");

    private final List<Branch> roots;

    private Drawing(List<Branch> roots) {
        this.roots = roots;
    }

    /** The drawing of a trace, the lines of whose spans a function says. */
    static Drawing of(SpanTree tree, Function<SpanData, List<String>> lines) {
        return new Drawing(tree.roots().stream().map(root -> branch(tree, root, lines)).toList());
    }

    private static Branch branch(SpanTree tree, SpanData span, Function<SpanData, List<String>> lines) {
        return new Branch(lines.apply(span), span,
                tree.childrenOf(span).stream().map(child -> branch(tree, child, lines)).toList());
    }

    /** Reads a drawing with branches. */
    public static Drawing read(String text) {
        return read(text, BRANCHES, BRANCH_WIDTH);
    }

    /** Reads a drawing whose lines are indented, with events among them. */
    static Drawing readIndented(String text) {
        return read(text, INDENTED, INDENT.length());
    }

    private static Drawing read(String text, Pattern pattern, int width) {
        List<Branch> roots = new ArrayList<>();
        // the children of the last branch at each depth
        List<List<Branch>> open = new ArrayList<>(List.of(roots));
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            Matcher parts = pattern.matcher(line.stripTrailing());
            parts.matches();
            int depth = Math.min(parts.group(1).length() / width, open.size() - 1);
            List<Branch> siblings = open.get(depth);
            if (parts.group(2).startsWith(EVENT) && depth > 0) {
                List<Branch> ofParent = open.get(depth - 1);
                ofParent.get(ofParent.size() - 1).lines().add(parts.group(2));
                continue;
            }
            Branch branch = new Branch(new ArrayList<>(List.of(parts.group(2))), null, new ArrayList<>());
            siblings.add(branch);
            open.subList(depth + 1, open.size()).clear();
            open.add(branch.children());
        }
        return new Drawing(roots);
    }

    /** The names of the waits that stand in it as spans. */
    Set<String> waits() {
        return lines(false).stream().map(Line::text).map(WAIT::matcher).filter(Matcher::matches).map(wait -> wait.group(1))
                .collect(Collectors.toSet());
    }

    /** The same with its siblings in the order of the expected drawing, as far as their times allow. */
    Drawing following(Drawing expected) {
        return new Drawing(SiblingOrder.following(expected.roots, roots));
    }

    /** Its lines, from top to bottom. */
    List<Line> lines(boolean withBranches) {
        List<Line> lines = new ArrayList<>();
        roots.forEach(root -> add(lines, root, "", "", withBranches));
        return lines;
    }

    private static void add(List<Line> lines, Branch branch, String prefix, String below, boolean withBranches) {
        boolean isFirst = true;
        for (String text : branch.lines()) {
            lines.add(new Line(isFirst ? prefix : below + INDENT, text, branch.span()));
            isFirst = false;
        }
        for (int i = 0; i < branch.children().size(); i++) {
            boolean isLast = i == branch.children().size() - 1;
            if (withBranches) {
                add(lines, branch.children().get(i), below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "), true);
            } else {
                add(lines, branch.children().get(i), below + INDENT, below + INDENT, false);
            }
        }
    }

    /** The text with branches, each line after a mark where its span meets the condition. */
    public String marked(String mark, Predicate<SpanData> condition) {
        StringBuilder text = new StringBuilder();
        lines(true).forEach(line -> text.append(condition.test(line.span()) ? mark : " ".repeat(mark.length()))
                .append(line.prefix()).append(line.text()).append('\n'));
        return text.toString();
    }

    /** The text with branches. */
    @Override
    public String toString() {
        return marked("", span -> false);
    }

    /**
     * A line of it.
     *
     * @param prefix what leads to it
     * @param text what is said of the span
     * @param span null where the drawing was read from a text
     */
    record Line(String prefix, String text, SpanData span) {
    }
}
