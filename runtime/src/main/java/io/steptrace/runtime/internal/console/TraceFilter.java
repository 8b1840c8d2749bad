package io.steptrace.runtime.internal.console;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which traces the console shows; immutable. */
public final class TraceFilter {

    /** Shows all. */
    public static final TraceFilter NONE = new TraceFilter(Duration.ZERO, List.of(), true);

    private final long minNanos;
    private final List<Pattern> roots;
    private final boolean showsDropped;

    /**
     * @param minDuration shorter traces are left out
     * @param roots names of root spans, in which {@code *} stands for any characters; of other roots no trace is shown. Empty
     *        for all
     * @param showsDropped whether traces are shown that the tail of the sampler has dropped
     */
    public TraceFilter(Duration minDuration, List<String> roots, boolean showsDropped) {
        this.minNanos = TimeUnit.NANOSECONDS.convert(minDuration);
        this.roots = roots.stream().map(TraceFilter::compile).toList();
        this.showsDropped = showsDropped;
    }

    boolean shows(TraceTree tree, boolean isDropped) {
        return tree.lengthNanos() >= minNanos && (showsDropped || !isDropped)
                && (roots.isEmpty() || tree.rootNames().stream().anyMatch(this::isRoot));
    }

    private boolean isRoot(String name) {
        return roots.stream().anyMatch(root -> root.matcher(name).matches());
    }

    private static Pattern compile(String glob) {
        return Pattern.compile(
                Stream.of(glob.strip().split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
    }
}
