package io.steptrace.runtime.internal.text;

import java.time.Duration;

/** Durations as a reader of a log reads them: {@code 1500 ms}, {@code 10 s}, {@code 36 h}, {@code 8935 days}. */
public final class DurationText {

    private DurationText() {
    }

    /** In the largest unit of which there are at least two, milliseconds only below two minutes; what is beyond is cut. */
    public static String of(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days";
        } else if (duration.toHours() >= 2) {
            return duration.toHours() + " h";
        }
        return duration.toMinutes() >= 2 || duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
