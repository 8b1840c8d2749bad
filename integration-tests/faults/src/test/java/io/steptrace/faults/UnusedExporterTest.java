package io.steptrace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Collector;

/** The exporter before its first batch: it has neither thread nor connection, and nothing waits for it. */
@QuarkusTest
@TestProfile(UnusedExporterTest.OfItsOwn.class)
@WithTestResource(CollectorResource.class)
class UnusedExporterTest {

    Collector collector;

    @Inject
    SpanExporter exporter;

    @Test
    void answersAFlushAtOnce() {
        assertThat(exporter.export(List.of()).isSuccess()).isTrue();
        assertThat(exporter.flush().join(5, TimeUnit.SECONDS).isSuccess()).isTrue();

        assertThat(collector.openConnections()).isZero();
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName)).doesNotContain("steptrace-export");
    }

    /** An application that no other test has used. */
    public static class OfItsOwn extends ByHand {
    }
}
