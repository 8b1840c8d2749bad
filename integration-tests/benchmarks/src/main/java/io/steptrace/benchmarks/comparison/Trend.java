package io.steptrace.benchmarks.comparison;

import java.util.ArrayList;
import java.util.List;

/** The straight line that lies closest to all values, in the sense of least squares. */
public final class Trend {

    private final List<double[]> points = new ArrayList<>();

    public void add(double x, double y) {
        points.add(new double[] { x, y });
    }

    /** By how much y grows with each x; NaN for fewer than two different x. */
    public double slope() {
        double meanX = points.stream().mapToDouble(point -> point[0]).average().orElse(Double.NaN);
        double meanY = points.stream().mapToDouble(point -> point[1]).average().orElse(Double.NaN);
        double covariance = points.stream().mapToDouble(point -> (point[0] - meanX) * (point[1] - meanY)).sum();
        double variance = points.stream().mapToDouble(point -> (point[0] - meanX) * (point[0] - meanX)).sum();
        return covariance / variance;
    }
}
