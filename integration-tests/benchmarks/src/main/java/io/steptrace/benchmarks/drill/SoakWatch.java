package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.benchmarks.served.JvmSample;

/** Looks at the application every second while it soaks, and into its heap every ten. */
final class SoakWatch {

    private static final int SECONDS_BETWEEN_SAMPLES = 10;
    private static final int SECONDS_A_MINUTE = 60;

    private final DrilledBuild drilled;
    private final List<SoakMinute> minutes = new ArrayList<>();
    private final Trend heap = new Trend();

    SoakWatch(DrilledBuild drilled) {
        this.drilled = drilled;
    }

    /** Watches for so long, and prints each minute as it passes. */
    void watch(int howManyMinutes) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int second = 0; second < howManyMinutes * SECONDS_A_MINUTE; second++) {
            if (second % SECONDS_A_MINUTE == 0) {
                minutes.add(new SoakMinute());
                drilled.load().recordInto(minutes.get(minutes.size() - 1).latencies());
            }
            look(minutes.get(minutes.size() - 1), second);
            long next = begun + Duration.ofSeconds(second + 1).toNanos();
            Thread.sleep(Math.max(0, Duration.ofNanos(next - System.nanoTime()).toMillis()));
            if (second % SECONDS_A_MINUTE == SECONDS_A_MINUTE - 1) {
                System.out.print(SoakTable.line(minutes.size(), minutes.get(minutes.size() - 1)));
            }
        }
    }

    List<SoakMinute> minutes() {
        return minutes;
    }

    /** Growth of the heap after GC, in KB a minute. */
    double heapSlope() {
        return heap.slope();
    }

    private void look(SoakMinute minute, int second) throws IOException, InterruptedException {
        minute.spooled(drilled.export().spooledSpans());
        if (second % SECONDS_BETWEEN_SAMPLES == 0) {
            JvmSample sample = drilled.build().sample();
            minute.add(sample);
            heap.add((double) second / SECONDS_A_MINUTE, sample.heapBytes() / 1024.0);
        }
    }
}
