package io.steptrace.test.internal.drawing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.assertj.core.util.diff.Chunk;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;

import io.steptrace.test.internal.spans.FoldedWaits;
import io.steptrace.test.internal.spans.SpanTree;

/** A trace beside what it is expected to look like. */
public final class Comparison {

    private final Drawing expected;
    private final Drawing actual;
    private final boolean withBranches;

    private Comparison(Drawing expected, Drawing actual, boolean withBranches) {
        this.expected = expected;
        this.actual = actual.following(expected);
        this.withBranches = withBranches;
    }

    /** A trace beside a drawing with branches; without waits whose names it lacks. */
    public static Comparison of(Drawing expected, SpanTree tree) {
        return new Comparison(expected, ShortDrawing.of(seenAs(expected, tree)), true);
    }

    /** The same with a drawing of all that the spans say. */
    static Comparison full(Drawing expected, SpanTree tree) {
        return new Comparison(expected, FullDrawing.of(seenAs(expected, tree)), false);
    }

    private static SpanTree seenAs(Drawing expected, SpanTree tree) {
        return FoldedWaits.of(tree, expected.waits());
    }

    /** Whether there is no difference. */
    public boolean isEqual() {
        return plain(expected).equals(plain(actual));
    }

    /** The expected text. */
    public String expected() {
        return text(expected, Set.of(), "");
    }

    /** The text of the trace, its siblings in the expected order where their times allow that. */
    public String actual() {
        return text(actual, Set.of(), "");
    }

    /** Both texts; what one of them lacks is marked in the other. */
    public String difference() {
        Set<Integer> missing = new HashSet<>();
        Set<Integer> surplus = new HashSet<>();
        for (Delta<String> delta : DiffUtils.diff(plain(expected), plain(actual)).getDeltas()) {
            addLines(missing, delta.getOriginal());
            addLines(surplus, delta.getRevised());
        }
        return "expected:\n" + text(expected, missing, "- ") + "but was:\n" + text(actual, surplus, "+ ");
    }

    private static void addLines(Set<Integer> lines, Chunk<String> chunk) {
        for (int line = 0; line < chunk.size(); line++) {
            lines.add(chunk.getPosition() + line);
        }
    }

    /** Without branches: whether another span follows is no difference between two lines. */
    private static List<String> plain(Drawing drawing) {
        return drawing.lines(false).stream().map(line -> line.prefix() + line.text()).toList();
    }

    private String text(Drawing drawing, Set<Integer> marked, String mark) {
        StringBuilder text = new StringBuilder();
        List<Drawing.Line> lines = drawing.lines(withBranches);
        for (int i = 0; i < lines.size(); i++) {
            text.append(marked.contains(i) ? mark : " ".repeat(mark.length()))
                    .append(lines.get(i).prefix()).append(lines.get(i).text()).append('\n');
        }
        return text.toString();
    }
}
