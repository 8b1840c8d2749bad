package io.steptrace.faults.tls;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.GrpcBehaviour;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.ExportContract;

/** The same over gRPC. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = CollectorResource.TRUST, value = "PEM") })
class GrpcOverTlsTest extends ExportContract<GrpcBehaviour> {
}
