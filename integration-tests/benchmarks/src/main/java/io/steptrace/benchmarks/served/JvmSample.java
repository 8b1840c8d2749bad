package io.steptrace.benchmarks.served;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds once its garbage is collected.
 *
 * @param heapBytes used
 * @param threads those of Java, without the compiler's, which come and go as they like
 */
public record JvmSample(long heapBytes, int threads) {

    /** What to ask {@code jcmd} for; it takes one command a line. */
    static final String COMMANDS = "GC.run\nGC.heap_info\nThread.print";

    /** G1 prints one line for its heap, the other collectors one for each generation. */
    private static final Pattern USED = Pattern.compile("(?m)^ *\\S.*total \\d+K, used (\\d+)K");
    private static final Pattern THREAD = Pattern.compile("(?m)^\"(?!C[12] CompilerThread)[^\"]*\" #\\d+ ");

    static JvmSample parse(String output) {
        Matcher used = USED.matcher(output);
        long kilobytes = 0;
        boolean found = false;
        while (used.find()) {
            found = true;
            kilobytes += Long.parseLong(used.group(1));
        }
        if (!found) {
            throw new IllegalStateException("jcmd must print the size of the heap, but printed: " + output);
        }
        return new JvmSample(kilobytes * 1024, (int) THREAD.matcher(output).results().count());
    }

    public double heapMegabytes() {
        return heapBytes / (1024.0 * 1024.0);
    }
}
