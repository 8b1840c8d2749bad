package io.steptrace.test.export.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.WithTestResource;
import io.steptrace.runtime.internal.export.ExportStatus;

/** Without batches, for which Quarkus then exchanges the processor itself: each span is a request of ours. */
@WithTestResource(ReceivedRequests.class)
class SimpleBeanTest {

    private static final int SPANS = 5;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = PlatformBean.in(Exchange.class)
            .overrideConfigKey("quarkus.otel.simple", "true");

    @Inject
    Tracer tracer;

    @Inject
    ExportStatus export;

    @Test
    void takesThePlaceOfTheOther() {
        IntStream.range(0, SPANS).forEach(i -> tracer.spanBuilder("simple").startSpan().end());

        await().atMost(PlatformBean.PATIENCE).until(() -> export.tally().delivered() == SPANS);
        assertThat(ReceivedRequests.spansNamed("simple")).isEqualTo(SPANS);
        assertThat(ReceivedRequests.all()).isEqualTo(SPANS);
    }

    /** As Quarkus does from that release on. */
    @Singleton
    public static class Exchange implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

        @Override
        public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
            builder.addSpanProcessorCustomizer((processor, properties) -> processor instanceof BatchSpanProcessor batch
                    ? SimpleSpanProcessor.create(batch.getSpanExporter())
                    : processor);
        }
    }
}
