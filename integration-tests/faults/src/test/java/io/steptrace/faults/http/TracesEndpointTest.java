package io.steptrace.faults.http;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.Behaviour;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.ExportContract;

/** The endpoint of traces takes precedence over that of all signals, at which no server listens. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.KEY, value = "quarkus.otel.exporter.otlp.traces.endpoint"),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.endpoint", value = "http://127.0.0.1:1") })
class TracesEndpointTest extends ExportContract<Behaviour> {
}
