package io.steptrace.faults.undeliverable;

import java.util.HashMap;
import java.util.Map;

import io.steptrace.faults.ByHand;

/** As by hand, and the circuit breaker is in a hurry as well. */
public class Hasty extends ByHand {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>(super.getConfigOverrides());
        config.put("quarkus.steptrace.export.circuit-breaker.reset-timeout", "100ms");
        return config;
    }
}
