package io.steptrace.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;

/** A collector that is well, and dead, overloaded or mute, in turns; the same turns in every run. */
final class Flapping implements Runnable {

    private static final long SEED = 20260301;

    private static final int WELL_MILLIS = 3_000;
    private static final int WELL_SPREAD_MILLIS = 7_000;
    private static final int ILL_MILLIS = 1_000;
    private static final int ILL_SPREAD_MILLIS = 6_000;

    private final Random random = new Random(SEED);
    private final Collector collector;
    private final long endNanos;
    private final List<Long> deaths = new CopyOnWriteArrayList<>();

    /** @param duration after which the collector is well for good */
    Flapping(Collector collector, Duration duration) {
        this.collector = collector;
        this.endNanos = System.nanoTime() + duration.toNanos();
    }

    /** When the collector died, in {@link System#nanoTime()}. */
    List<Long> deaths() {
        return deaths;
    }

    @Override
    public void run() {
        try {
            while (System.nanoTime() - endNanos < 0) {
                Thread.sleep(WELL_MILLIS + random.nextInt(WELL_SPREAD_MILLIS));
                fallIll(random.nextInt(3), ILL_MILLIS + random.nextInt(ILL_SPREAD_MILLIS));
            }
        } catch (InterruptedException e) {
            // the drill has ended before its time
            Thread.currentThread().interrupt();
        }
    }

    private void fallIll(int how, long millis) throws InterruptedException {
        switch (how) {
            case 0 -> {
                collector.stop();
                // not before: what arrived while it was dying was cut off as well
                deaths.add(System.nanoTime());
            }
            case 1 -> collector.always(Behaviour.status(503));
            default -> collector.always(Behaviour.stall());
        }
        Thread.sleep(millis);
        collector.always(Behaviour.accept());
        collector.start();
    }
}
