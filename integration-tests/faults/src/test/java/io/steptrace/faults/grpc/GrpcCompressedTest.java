package io.steptrace.faults.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.faults.CollectorResource;

/** Messages compressed. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.PROTOCOL, value = "grpc"),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.compression", value = "gzip"),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.headers", value = GrpcContract.HEADERS),
        @ResourceArg(name = "quarkus.otel.exporter.otlp.timeout", value = "5s") })
class GrpcCompressedTest extends GrpcContract {

    @Test
    void saysThatMessagesAreCompressed() {
        makeOne();

        assertThat(collector.awaitRequests(1).get(0).header("grpc-encoding")).isEqualTo("gzip");
    }
}
