package io.steptrace.faults.connection;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.faults.CollectorResource;

/** The application speaks gRPC to a port for HTTP/1.1. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = CollectorResource.SPEAKS, value = "http/protobuf") })
class GrpcToHttpPortTest extends MistakeContract {

    GrpcToHttpPortTest() {
        super("quarkus.otel.exporter.otlp.protocol=http/protobuf?");
    }
}
