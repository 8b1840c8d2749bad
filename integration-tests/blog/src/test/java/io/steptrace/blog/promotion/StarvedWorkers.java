package io.steptrace.blog.promotion;

import java.util.HashMap;
import java.util.Map;

/** Two worker threads for everything. */
public class StarvedWorkers extends LongWaitsPromoted {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("quarkus.thread-pool.max-threads", "2");
        return overrides;
    }
}
