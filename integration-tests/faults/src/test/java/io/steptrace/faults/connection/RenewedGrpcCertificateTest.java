package io.steptrace.faults.connection;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.grpc.GrpcBehaviour;
import io.steptrace.faults.CollectorResource;

/** Over gRPC. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = CollectorResource.TRUST, value = "RENEWED") })
class RenewedGrpcCertificateTest extends RenewedCertificateContract<GrpcBehaviour> {
}
