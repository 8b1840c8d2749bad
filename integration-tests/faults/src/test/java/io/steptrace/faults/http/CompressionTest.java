package io.steptrace.faults.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.Behaviour;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.ExportContract;

/** Bodies compressed. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = @ResourceArg(name = "quarkus.otel.exporter.otlp.compression", value = "gzip"))
class CompressionTest extends ExportContract<Behaviour> {

    @Test
    void saysThatTheBodyIsCompressed() {
        makeOne();

        assertThat(collector.awaitRequests(1).get(0).header("content-encoding")).isEqualTo("gzip");
    }
}
