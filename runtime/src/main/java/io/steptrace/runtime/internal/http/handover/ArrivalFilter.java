package io.steptrace.runtime.internal.http.handover;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.inject.Instance;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

import io.steptrace.runtime.internal.http.root.RequestAttributes;
import io.steptrace.runtime.internal.http.root.RequestSettings;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/** The first request filter: on a blocking endpoint the first thing that runs on the worker. */
public class ArrivalFilter implements ResteasyReactiveContainerRequestFilter {

    private final Instance<RequestSettings> configured;
    private volatile RequestSettings settings;

    /** @param configured asked on the first request: filters are created before there is a configuration */
    public ArrivalFilter(Instance<RequestSettings> configured) {
        this.configured = configured;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context.getServerRequestContext();
        WorkerHandover handover = HandoverCustomizer.of(request);
        if (handover != null) {
            handover.taken();
        }
        if (settings().pathParameters()) {
            BrokenTelemetry.guard(() -> RequestAttributes.pathParameters(pathParametersOf(request)));
        }
    }

    private RequestSettings settings() {
        if (settings == null) {
            settings = configured.get();
        }
        return settings;
    }

    /** As they stand in the URI, those of locators included. */
    private static Map<String, String> pathParametersOf(ResteasyReactiveRequestContext request) {
        Map<String, String> parameters = new HashMap<>();
        request.getAllPathParameters(true)
                .forEach((name, values) -> parameters.put(name, String.join("/", values)));
        return parameters;
    }
}
