package io.steptrace.faults.undeliverable;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Behaviour;
import io.steptrace.faults.CollectorResource;

@QuarkusTest
@TestProfile(Hasty.class)
@WithTestResource(CollectorResource.class)
class HttpUndeliverableTest extends UndeliverableContract<Behaviour> {

    @Override
    Behaviour resetsWhatIsLarge() {
        return Behaviour.acceptUpTo(MAX_BYTES, Behaviour.resetMidBody());
    }

    @Override
    Behaviour refusesWhatIsLarge() {
        return Behaviour.acceptUpTo(MAX_BYTES, Behaviour.status(413));
    }

    @Override
    String refusal() {
        return "413";
    }
}
