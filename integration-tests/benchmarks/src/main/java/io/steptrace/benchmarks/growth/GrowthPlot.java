package io.steptrace.benchmarks.growth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lines over sizes from 1 to 10,000, each beginning at 1, as a picture for a web page. */
final class GrowthPlot {

    private static final int LEFT = 50;
    private static final int TOP = 20;
    private static final int DECADE = 130;
    private static final int HEIGHT = 220;
    private static final double MIN_TOP = 1.5;
    private static final int DECADES = 4;
    private static final List<String> COLOURS = List.of("#1f77b4", "#d95f02", "#1b9e77", "#7570b3");

    private final Map<String, SortedMap<Integer, Double>> lines = new LinkedHashMap<>();

    void add(String line, int size, double ratio) {
        lines.computeIfAbsent(line, name -> new TreeMap<>()).put(size, ratio);
    }

    /** The picture as SVG. */
    String draw() {
        double top = lines.values().stream().flatMap(line -> line.values().stream()).mapToDouble(Double::doubleValue).max()
                .orElse(MIN_TOP);
        StringBuilder svg = new StringBuilder();
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
                + "font-size=\"12\">%n").formatted(LEFT + DECADES * DECADE + 30, TOP + HEIGHT + 40 + lines.size() * 18));
        drawAxes(svg, Math.max(MIN_TOP, top));
        int number = 0;
        for (Map.Entry<String, SortedMap<Integer, Double>> line : lines.entrySet()) {
            drawLine(svg, line.getKey(), line.getValue(), Math.max(MIN_TOP, top), number++);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void drawAxes(StringBuilder svg, double top) {
        for (int decade = 0; decade <= DECADES; decade++) {
            int size = (int) Math.pow(10, decade);
            double x = x(size);
            svg.append(format("<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>%n", x, TOP, TOP + HEIGHT));
            svg.append(format("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>%n", x, TOP + HEIGHT + 16,
                    size));
        }
        for (double ratio = 0; ratio <= top; ratio += 0.5) {
            svg.append(format("<path d=\"M%d %.1f h%d\" stroke=\"#ddd\"/>%n", LEFT, y(ratio, top), DECADES * DECADE));
            svg.append(format("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n", LEFT - 8, y(ratio, top) + 4,
                    ratio));
        }
    }

    private static void drawLine(StringBuilder svg, String name, SortedMap<Integer, Double> line, double top, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        String points = line.entrySet().stream().map(point -> format("%.1f,%.1f", x(point.getKey()), y(point.getValue(), top)))
                .collect(Collectors.joining(" "));
        int y = TOP + HEIGHT + 38 + number * 18;
        svg.append(format("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", points, colour));
        svg.append(format("<path d=\"M%d %d h24\" stroke=\"%s\" stroke-width=\"2\"/>%n", LEFT, y - 4, colour));
        svg.append(format("<text x=\"%d\" y=\"%d\">%s</text>%n", LEFT + 32, y, name));
    }

    private static double x(int size) {
        return LEFT + Math.log10(size) * DECADE;
    }

    private static double y(double ratio, double top) {
        return TOP + HEIGHT * (1 - ratio / top);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
