package io.steptrace.faults.connection;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.faults.CollectorResource;

/** The collector demands a certificate of a client that has none, over gRPC. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = CollectorResource.TRUST, value = "ONE_SIDED") })
class RefusedGrpcClientTest extends MistakeContract {

    RefusedGrpcClientTest() {
        super("does it ask for a certificate?");
    }
}
