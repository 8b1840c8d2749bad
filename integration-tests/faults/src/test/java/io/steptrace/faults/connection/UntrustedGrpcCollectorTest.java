package io.steptrace.faults.connection;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.faults.CollectorResource;

/** The collector's certificate is not trusted, over gRPC. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = CollectorResource.TRUST, value = "NONE") })
class UntrustedGrpcCollectorTest extends MistakeContract {

    UntrustedGrpcCollectorTest() {
        super("the collector's certificate is not trusted");
    }
}
