package io.steptrace.runtime.internal.wiring;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.StartupEvent;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.metrics.DetectionMetrics;
import io.steptrace.runtime.internal.metrics.QueueDepthMetrics;
import io.steptrace.runtime.internal.metrics.SamplingMetrics;
import io.steptrace.runtime.internal.metrics.StuckMetrics;
import io.steptrace.runtime.internal.queue.BoundedJobQueue;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.steptrace.runtime.internal.stuck.StuckWorks;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.wiring.detection.WaitDetection;
import io.steptrace.runtime.internal.wiring.sampling.SamplingParts;

/** Registers the metrics that are read and not recorded, once there are meters. */
@Singleton
public class MetricsStart {

    void register(@Observes StartupEvent start, OpenTelemetry openTelemetry, SteptraceConfig config, SamplingParts sampling,
            JobQueues queues, StuckWorks stuck, WaitDetection detection) {
        Meter meter = openTelemetry.getMeter(SpanNames.SCOPE);
        if (config.exportJobDepth()) {
            QueueDepthMetrics.register(meter, () -> depths(queues));
        }
        if (config.detect().waits()) {
            DetectionMetrics.register(meter, detection::dropped);
        }
        if (!config.stuck().after().isZero()) {
            StuckMetrics.register(meter, stuck::count);
        }
        if (config.sampler().expression().isPresent()) {
            SamplingMetrics.register(meter, sampling.tally()::kept, sampling.tally()::dropped);
        }
    }

    private static Map<String, Integer> depths(JobQueues queues) {
        return queues.all().stream().collect(Collectors.toMap(BoundedJobQueue::name, BoundedJobQueue::depth));
    }
}
