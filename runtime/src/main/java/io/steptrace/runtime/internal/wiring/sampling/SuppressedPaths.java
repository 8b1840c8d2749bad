package io.steptrace.runtime.internal.wiring.sampling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.opentelemetry.runtime.tracing.DropTargetsSampler;
import io.quarkus.opentelemetry.runtime.tracing.TracerRecorder;

/**
 * Keeps the promise of {@code quarkus.otel.traces.suppress-*} for our sampler. Quarkus wraps the sampler it knows, and the
 * order in which it asks its customizers is not defined, so ours is set last and wrapped here.
 */
public final class SuppressedPaths {

    private SuppressedPaths() {
    }

    public static Sampler never(Sampler sampler, OTelRuntimeConfig config) {
        Set<String> targets = new HashSet<>();
        if (config.traces().suppressNonApplicationUris()) {
            targets.addAll(TracerRecorder.dropNonApplicationUriTargets);
        }
        if (!config.traces().includeStaticResources()) {
            targets.addAll(TracerRecorder.dropStaticResourceTargets);
        }
        config.traces().suppressApplicationUris().orElse(List.of()).stream().filter(path -> !path.isEmpty())
                .map(path -> path.startsWith("/") ? path : "/" + path).forEach(targets::add);
        return targets.isEmpty() ? sampler : new DropTargetsSampler(sampler, targets);
    }
}
