package io.steptrace.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BareTest {

    @Inject
    Greetings greetings;

    @Inject
    InMemorySpanExporter exporter;

    @Test
    void tracesStepsAndEffectsWithoutAnHttpServer() {
        assertThat(greetings.greet("ada")).isEqualTo("Hello, Ada!");

        List<SpanData> spans = await().until(exporter::getFinishedSpanItems, finished -> finished.size() >= 5);
        SpanData step = spans.stream().filter(span -> span.getName().equals("step.greet")).findFirst().orElseThrow();
        assertThat(spans).filteredOn(span -> span.getParentSpanId().equals(step.getSpanId())).extracting(SpanData::getName)
                .containsExactlyInAnyOrder("file.read salutation", "cache.get title", "compute.capitalise",
                        "step.greet.resume");
        assertThat(step.getParentSpanContext().isValid()).isFalse();
        assertThat(spans).filteredOn(span -> span.getName().equals("cache.get title")).singleElement()
                .satisfies(effect -> assertThat(effect.getAttributes().get(AttributeKey.stringKey("error.origin")))
                        .isEqualTo("system"));
    }

    /** Otherwise the other tests would show nothing. */
    @ParameterizedTest
    @ValueSource(strings = {
            "io.quarkus.vertx.http.runtime.VertxHttpRecorder",
            "io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder",
            "io.quarkus.smallrye.health.runtime.SmallRyeHealthRecorder",
            "io.agroal.api.AgroalDataSource",
            "jakarta.ws.rs.WebApplicationException",
            "org.eclipse.microprofile.reactive.messaging.Message" })
    void hasNothingOfOtherExtensions(String className) {
        assertThatThrownBy(() -> Class.forName(className)).isInstanceOf(ClassNotFoundException.class);
    }

    /** Takes the place of the exporter for OTLP. */
    public static class Exporter {

        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
