package io.steptrace.test;

import java.time.Duration;
import java.util.Locale;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/** How long, and where, in the words of a failure. */
final class WaitText {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private WaitText() {
    }

    /** @param millis null if nothing was measured */
    static boolean isAtLeast(Double millis, Duration limit) {
        return millis != null && Verdict.millis(millis).compareTo(limit) >= 0;
    }

    static String duration(Duration duration) {
        return duration(duration.toNanos() / NANOS_PER_MILLI);
    }

    static String duration(double millis) {
        return millis == Math.rint(millis) ? "%.0f ms".formatted(millis) : String.format(Locale.ROOT, "%.1f ms", millis);
    }

    /** The method that waited; empty if that is not known. */
    static String function(SpanData wait) {
        String function = wait.getAttributes().get(AttributeKeys.CODE_FUNCTION_NAME);
        return function == null ? "" : function;
    }

    /** The name of a wait, and the line of code where that is known. */
    static String place(SpanData wait) {
        Long line = wait.getAttributes().get(AttributeKeys.CODE_LINE_NUMBER);
        String place = function(wait) + (line == null ? "" : ":" + line);
        return place.isEmpty() || line == null ? wait.getName() : wait.getName() + " in " + place;
    }
}
