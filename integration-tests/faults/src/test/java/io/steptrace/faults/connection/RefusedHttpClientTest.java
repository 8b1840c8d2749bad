package io.steptrace.faults.connection;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.faults.CollectorResource;

/** The same over HTTP/1.1. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "http/protobuf"),
        @ResourceArg(name = CollectorResource.TRUST, value = "ONE_SIDED") })
class RefusedHttpClientTest extends MistakeContract {

    RefusedHttpClientTest() {
        super("does it ask for a certificate?");
    }
}
