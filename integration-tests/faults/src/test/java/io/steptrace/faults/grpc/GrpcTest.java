package io.steptrace.faults.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.ReceivedRequest;
import io.steptrace.faults.CollectorResource;

/** Messages as they are. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.headers", value = GrpcContract.HEADERS),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.timeout", value = "5s") })
class GrpcTest extends GrpcContract {

    @Test
    void introducesItselfAndCarriesTheHeaders() {
        makeOne();

        ReceivedRequest request = collector.awaitRequests(1).get(0);
        assertThat(request.header("user-agent")).startsWith("OTel-OTLP-Exporter-Java/");
        assertThat(request.header("authorization")).isEqualTo("Bearer " + CREDENTIAL);
        assertThat(request.header("grpc-encoding")).isNull();
    }
}
