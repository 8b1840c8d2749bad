package io.steptrace.waits.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** Exchange rates that one caller reads anew when they are old, while the other callers wait for it. */
@ApplicationScoped
public class RateTable {

    private static final Duration AGE = Duration.ofMillis(500);
    private static final long SOURCE_MS = 120;

    private final Map<String, Double> rates = new HashMap<>();
    private long readNanos = System.nanoTime() - AGE.toNanos();

    @Step("look_up_rate")
    public double of(String currency) throws InterruptedException {
        synchronized (rates) {
            if (System.nanoTime() - readNanos >= AGE.toNanos()) {
                refresh();
            }
            return rates.get(currency);
        }
    }

    private void refresh() throws InterruptedException {
        Thread.sleep(SOURCE_MS);
        rates.put("EUR", 1.0);
        readNanos = System.nanoTime();
    }
}
