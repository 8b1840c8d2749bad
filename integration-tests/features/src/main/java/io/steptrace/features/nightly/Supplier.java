package io.steptrace.features.nightly;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;

import io.quarkus.scheduler.Scheduled;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.features.pricing.Quotes;

/**
 * Calls suppliers, of whom one answers the second time only and the other never; a bean without a scope, which a
 * scheduled method does not need.
 */
public class Supplier {

    private final Quotes quotes;
    private final AtomicInteger calls = new AtomicInteger();

    Supplier(Quotes quotes) {
        this.quotes = quotes;
    }

    @Scheduled(identity = "slow-supplier", cron = "{nightly.cron}")
    @Step("call_slow_supplier")
    @Retry(maxRetries = 2, delay = 10, jitter = 0)
    public void callSlow() throws IOException {
        if (calls.getAndIncrement() % 2 == 0) {
            throw new IOException("engaged");
        }
        quotes.quote("bolt");
    }

    @Scheduled(identity = "dead-supplier", cron = "{nightly.cron}")
    @Step("call_dead_supplier")
    public void callDead() {
        dial();
    }

    @Effect("http.post order")
    @Retry(maxRetries = 1, delay = 10, jitter = 0)
    @Fallback(fallbackMethod = "leaveMessage")
    String dial() {
        throw new IllegalStateException("no answer");
    }

    String leaveMessage() {
        return "message";
    }
}
