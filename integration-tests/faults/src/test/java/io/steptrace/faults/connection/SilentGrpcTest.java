package io.steptrace.faults.connection;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.grpc.GrpcBehaviour;
import io.steptrace.faults.CollectorResource;

/** Over HTTP/2. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = CollectorResource.FORWARDED, value = "true"),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.timeout", value = "3s") })
class SilentGrpcTest extends ForwardedContract<GrpcBehaviour> {
}
