package io.steptrace.faults.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.ReceivedRequest;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.ExportContract;

/** Headers go to the collector only. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PATH, value = "/tenants/blue/"),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.headers", value = "authorization=Bearer " + HeadersTest.CREDENTIAL
                + ",x-tenant=blue") })
class HeadersTest extends ExportContract<Behaviour> {

    static final String CREDENTIAL = "correct-horse-battery";

    @Test
    void carriesThoseConfiguredToThePathOfTraces() {
        makeOne();

        ReceivedRequest request = collector.awaitRequests(1).get(0);
        assertThat(request.path()).isEqualTo("/tenants/blue/v1/traces");
        assertThat(request.header("authorization")).isEqualTo("Bearer " + CREDENTIAL);
        assertThat(request.header("x-tenant")).isEqualTo("blue");
        assertThat(request.header("user-agent")).startsWith("OTel-OTLP-Exporter-Java/");
        assertThat(request.header("content-type")).isEqualTo("application/x-protobuf");
        assertThat(request.header("content-encoding")).isNull();
    }

    @Test
    void logsNoCredentialThatTheCollectorRepeats() {
        collector.next(Behaviour.partialSuccess(1, "not with 'Bearer " + CREDENTIAL + "' (" + CREDENTIAL + ")"));

        makeOne();

        await().until(() -> log.ofExport().stream().anyMatch(line -> line.contains("but for 1 of its spans")));
        assertThat(log.all()).noneMatch(line -> line.contains(CREDENTIAL));
    }
}
