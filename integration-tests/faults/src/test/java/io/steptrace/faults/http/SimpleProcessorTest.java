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

    private static final int SPANS = 10;

    @Test
    void sendsEachSpanInARequestOfItsOwn() {
        List<String> made = MadeSpans.by(tracer, SPANS);

        collector.awaitSpans(made);
        assertThat(collector.requests()).flatExtracting(ReceivedRequest::spanIds).isEqualTo(made);
        assertThat(collector.requests()).hasSize(SPANS);
    }

    /** Decided when the application is built. Each span comes from the SDK, or from the tail of the sampler. */
    public static class Simple implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.simple", "true", "quarkus.steptrace.sampler", "head:0.5,tail:slow(PT0.000000001S)");
        }
    }
}
