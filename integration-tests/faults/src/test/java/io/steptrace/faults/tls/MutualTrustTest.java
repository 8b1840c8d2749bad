package io.steptrace.faults.tls;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.Behaviour;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.ExportContract;

/** The collector demands a certificate as well. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.TRUST, value = "MUTUAL") })
class MutualTrustTest extends ExportContract<Behaviour> {
}
