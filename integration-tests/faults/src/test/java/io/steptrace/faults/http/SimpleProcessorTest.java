package io.steptrace.faults.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.ReceivedRequest;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.ExportContract;
import io.steptrace.faults.MadeSpans;

/** Without a batch processor each span is a batch of its own. */
@QuarkusTest
@TestProfile(SimpleProcessorTest.Simple.class)
@WithTestResource(CollectorResource.class)
class SimpleProcessorTest extends ExportContract<Behaviour> {

    @Test
    void sendsEachSpanInARequestOfItsOwn() {
        List<String> made = MadeSpans.by(tracer, 3);

        collector.awaitSpans(made);
        assertThat(collector.requests()).flatExtracting(ReceivedRequest::spanIds).isEqualTo(made);
        assertThat(collector.requests()).hasSize(3);
    }

    /** Decided when the application is built. */
    public static class Simple implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.simple", "true");
        }
    }
}
