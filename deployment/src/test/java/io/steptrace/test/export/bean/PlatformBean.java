package io.steptrace.test.export.bean;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.internal.http.HttpExporter;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.internal.ComponentId;
import io.opentelemetry.sdk.internal.StandardComponentId;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.arc.BeanCreator;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.opentelemetry.runtime.exporter.otlp.sender.VertxHttpSender;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.VertxHttpSpanExporter;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.FinishedSpans;
import io.vertx.core.Vertx;

/**
 * Makes the exporter of Quarkus a bean, as its pull request 52752 does: a synthetic one, which is not among the beans
 * that were discovered, and one of those exporters that the SDK takes together. The processor of Quarkus 3.32 around
 * its own exporter is left out where there is any such bean.
 */
final class PlatformBean {

    /** Each of these tests compiles all that it runs, and some run side by side. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private PlatformBean() {
    }

    /** An application of these classes in which it is a bean. */
    static QuarkusUnitTest in(Class<?>... classes) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(classes).addClasses(PlatformBean.class, Creator.class,
                        ReceivedRequests.class))
                .overrideConfigKey(FinishedSpans.EXPORT_DELAY_KEY, FinishedSpans.EXPORT_DELAY)
                .overrideConfigKey("quarkus.steptrace.detect.waits", "false")
                .addBuildChainCustomizer(chain -> chain.addBuildStep(context -> context.produce(
                        SyntheticBeanBuildItem.configure(SpanExporter.class).scope(Singleton.class).unremovable()
                                .forceApplicationClass().creator(Creator.class).done()))
                        .produces(SyntheticBeanBuildItem.class).build());
    }

    /** The exporter that Quarkus makes for OTLP over HTTP. */
    public static final class Creator implements BeanCreator<SpanExporter> {

        @Override
        public SpanExporter create(SyntheticCreationalContext<SpanExporter> context) {
            URI endpoint = ConfigProvider.getConfig().getValue(ReceivedRequests.ENDPOINT, URI.class);
            VertxHttpSender sender = new VertxHttpSender(endpoint, VertxHttpSender.TRACES_PATH, false, Duration.ofSeconds(5),
                    Map.of(), "application/x-protobuf", options -> {
                    }, CDI.current().select(Vertx.class).get());
            return new VertxHttpSpanExporter(new HttpExporter<>(
                    ComponentId.generateLazy(StandardComponentId.ExporterType.OTLP_HTTP_SPAN_EXPORTER), sender,
                    MeterProvider::noop, InternalTelemetryVersion.LATEST, endpoint.toString()));
        }
    }
}
