package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.load.LoadComparison.Contestant;

/** Loads the blog with the detection of waits and without it, in turn: what it costs to look for waits. */
public final class DetectionComparison {

    private static final String PAGE = "/light/steps";
    private static final int LEISURELY = 500;

    private DetectionComparison() {
    }

    /** @param arguments {@code full|quick <folder of the blog with the extension>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        Effort effort = arguments.get(0).equals("quick") ? LoadComparison.QUICK : LoadComparison.FULL;
        Path build = Path.of(arguments.get(1));
        Map<Contestant, String> pages = new LinkedHashMap<>();
        pages.put(new Contestant("detect.waits=false", build, List.of("-Dquarkus.steptrace.detect.waits=false")), PAGE);
        pages.put(new Contestant("with the detection", build), PAGE);
        BlogLoad.EXPORTED.run(pages, effort, out);
        // workers are idle between requests, and Flight Recorder reports each pause
        new BlogLoad("at most " + LEISURELY + " requests/s, spans are exported", true, LEISURELY).run(pages, effort, out);
        return true;
    }
}
