package io.steptrace.features;

import java.util.HashMap;
import java.util.Map;

/** What else applications are configured with: gRPC on a port of its own, spans of the scheduler itself. */
public class OtherSettings extends QuietTraces {

    private static final String GRPC_PORT = "8584";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("quarkus.grpc.server.use-separate-server", "true");
        settings.put("quarkus.grpc.server.test-port", GRPC_PORT);
        settings.put("quarkus.grpc.clients.pricing.test-port", GRPC_PORT);
        settings.put("quarkus.scheduler.tracing.enabled", "true");
        return settings;
    }
}
