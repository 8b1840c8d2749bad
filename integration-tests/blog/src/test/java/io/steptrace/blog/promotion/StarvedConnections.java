package io.steptrace.blog.promotion;

import java.util.HashMap;
import java.util.Map;

/** One database connection for all callers. */
public class StarvedConnections extends LongWaitsPromoted {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("quarkus.datasource.jdbc.max-size", "1");
        return overrides;
    }
}
