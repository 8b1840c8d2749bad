package io.steptrace.benchmarks.comparison;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures as text: rows of cells in one layout. A row is written at once, so that it outlives a run that fails. */
public final class Table {

    private static final Pattern COLUMN = Pattern.compile("%(-?\\d+)(?:\\.\\d+)?[sdf]");

    private final String layout;
    private final PrintWriter out;

    /** @param layout a format with one conversion for each column */
    public Table(String layout, PrintWriter out) {
        this.layout = layout;
        this.out = out;
    }

    /**
     * @param cells numbers as the layout has them, anything else as text of the same width; as many as there are columns or
     *        fewer
     */
    public void row(Object... cells) {
        StringBuilder line = new StringBuilder();
        Matcher column = COLUMN.matcher(layout);
        int end = 0;
        for (Object cell : cells) {
            if (!column.find()) {
                throw new IllegalArgumentException("a row must have no more cells than columns: " + layout);
            }
            String conversion = cell instanceof Number ? column.group() : "%" + column.group(1) + "s";
            line.append(layout, end, column.start()).append(String.format(Locale.ROOT, conversion, cell));
            end = column.end();
        }
        out.println(line);
        out.flush();
    }
}
