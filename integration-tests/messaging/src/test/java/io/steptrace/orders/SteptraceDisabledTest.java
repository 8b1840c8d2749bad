package io.steptrace.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.PublisherDecorator;
import io.smallrye.reactive.messaging.SubscriberDecorator;

/** Disabled at build time, nothing stands between the application and its connectors. */
@QuarkusTest
@TestProfile(SteptraceDisabledTest.Disabled.class)
@QuarkusTestResource(Broker.class)
class SteptraceDisabledTest {

    @Inject
    @Any
    Instance<SubscriberDecorator> outgoing;

    @Inject
    @Any
    Instance<PublisherDecorator> incoming;

    @Test
    void decoratesNoChannel() {
        assertThat(Stream.concat(outgoing.stream(), incoming.stream())).isNotEmpty()
                .noneMatch(decorator -> decorator.getClass().getName().startsWith("io.steptrace."));
    }

    public static class Disabled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.steptrace.enabled", "false");
        }
    }
}
