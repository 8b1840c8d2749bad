package io.steptrace.faults.undeliverable;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.grpc.GrpcBehaviour;
import io.steptrace.faults.CollectorResource;
import io.vertx.grpc.common.GrpcStatus;

@QuarkusTest
@TestProfile(Hasty.class)
@WithTestResource(value = CollectorResource.class, initArgs = @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"))
class GrpcUndeliverableTest extends UndeliverableContract<GrpcBehaviour> {

    @Override
    GrpcBehaviour resetsWhatIsLarge() {
        return GrpcBehaviour.acceptUpTo(MAX_BYTES, GrpcBehaviour.reset());
    }

    @Override
    GrpcBehaviour refusesWhatIsLarge() {
        return GrpcBehaviour.acceptUpTo(MAX_BYTES, GrpcBehaviour.status(GrpcStatus.RESOURCE_EXHAUSTED,
                "grpc: received message larger than max (100123 vs. 50000)"));
    }

    @Override
    String refusal() {
        return GrpcStatus.RESOURCE_EXHAUSTED.name();
    }
}
