package io.steptrace.faults.tls;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.Behaviour;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.ExportContract;

/** A TLS configuration of the registry trusts every server. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.TRUST, value = "ALL") })
class AnyCertificateTrustedTest extends ExportContract<Behaviour> {
}
