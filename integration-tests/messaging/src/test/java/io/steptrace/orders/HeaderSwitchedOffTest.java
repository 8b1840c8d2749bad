package io.steptrace.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.test.Trace;
import io.steptrace.traces.TracedCalls;
import io.vertx.core.json.JsonObject;

/** With the switch off the header is neither sent nor read. */
@QuarkusTest
@TestProfile(HeaderSwitchedOffTest.SwitchedOff.class)
@QuarkusTestResource(Broker.class)
class HeaderSwitchedOffTest {

    @Inject
    TracedCalls calls;

    @Inject
    OrderSteps steps;

    @Inject
    ForeignSender sender;

    @Test
    void sendsNoHeader() {
        Trace trace = calls.trace(request -> {
            request.post("/orders/plain").then().statusCode(204);
            steps.awaitStep(OrderSteps.FILED, "plain");
        });
        assertRecordsNothing(trace.only(OrderSteps.HANDLED));
        assertThat(trace.only(OrderSteps.HANDLED).getTraceId()).isEqualTo(trace.only("orders publish").getTraceId());
    }

    @Test
    void readsNoHeader() {
        assertRecordsNothing(sender.stepOf("unread", JsonObject.of("steptrace-enqueued", "1772009220123456")));
    }

    private static void assertRecordsNothing(SpanData step) {
        assertThat(step.getAttributes().asMap().keySet()).noneMatch(key -> key.getKey().startsWith("job."));
    }

    public static class SwitchedOff implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.steptrace.messaging.enqueued-header", "false");
        }
    }
}
