package io.steptrace.faults;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Collector;
import io.steptrace.runtime.internal.export.ExportStatus;

/** With the SDK disabled nothing is started. */
@QuarkusTest
@TestProfile(SdkDisabledTest.Disabled.class)
@WithTestResource(CollectorResource.class)
class SdkDisabledTest {

    Collector collector;

    @Inject
    ExportStatus status;

    @Test
    void startsNeitherThreadNorConnection() {
        get("/spans/5").then().statusCode(200);
        get("/q/health/well").then().statusCode(200);

        assertThat(status.target()).isNull();
        assertThat(collector.openConnections()).isZero();
        assertThat(collector.requests()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet()))
                .doesNotContain("steptrace-export");
    }

    /** No SDK. */
    public static class Disabled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "true");
        }
    }
}
