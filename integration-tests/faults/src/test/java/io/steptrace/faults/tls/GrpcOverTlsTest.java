package io.steptrace.faults.tls;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.grpc.GrpcBehaviour;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.connection.ForwardedContract;

/** The same over gRPC. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = CollectorResource.TRUST, value = "PEM"),
        @ResourceArg(name = CollectorResource.FORWARDED, value = "true"),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.timeout", value = "3s") })
class GrpcOverTlsTest extends ForwardedContract<GrpcBehaviour> {
}
