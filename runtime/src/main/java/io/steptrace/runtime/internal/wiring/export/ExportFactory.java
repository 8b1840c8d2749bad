package io.steptrace.runtime.internal.wiring.export;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkus.opentelemetry.runtime.config.runtime.exporter.CompressionType;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.steptrace.runtime.internal.config.ByteSize;
import io.steptrace.runtime.internal.config.Choice;
import io.steptrace.runtime.internal.config.ExportConfig;
import io.steptrace.runtime.internal.config.ExportConfig.SpoolKind;
import io.steptrace.runtime.internal.config.rules.SpoolDirectory;
import io.steptrace.runtime.internal.export.ExportStatus.Target;
import io.steptrace.runtime.internal.export.ExportTally;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.Transport;
import io.steptrace.runtime.internal.export.disk.DiskSpool;
import io.steptrace.runtime.internal.export.guard.GuardLimits;
import io.steptrace.runtime.internal.export.otlp.OtlpProtocol;
import io.steptrace.runtime.internal.export.otlp.OtlpTransport;
import io.steptrace.runtime.internal.export.otlp.RedactedTransport;
import io.steptrace.runtime.internal.export.otlp.Redaction;
import io.steptrace.runtime.internal.export.otlp.connection.CollectorClient;
import io.steptrace.runtime.internal.export.pipeline.ExportPipeline;
import io.steptrace.runtime.internal.export.spool.MemorySpool;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;
import io.steptrace.runtime.internal.text.PrintableText;
import io.vertx.core.Vertx;

/** Makes the pipeline of the exporter from its configuration: ours, and that of Quarkus for the collector. */
final class ExportFactory {

    private final ExportConfig config;
    private final OtlpExporterConfig collector;
    private final Duration attemptTimeout;
    private final boolean expectsCollector;

    ExportFactory(ExportConfig config, OtlpExporterConfig collector, Duration attemptTimeout, boolean expectsCollector) {
        this.config = config;
        this.collector = collector;
        this.attemptTimeout = attemptTimeout;
        this.expectsCollector = expectsCollector;
    }

    ExportPipeline pipeline(URI endpoint, Vertx vertx, TlsConfigurationRegistry tls) {
        ExportTally tally = new ExportTally();
        boolean gzip = collector.compression().map(CompressionType.GZIP::equals).orElse(false);
        // first, because it may refuse its folder while nothing else is open yet
        Spool spool = spool(tally);
        return new ExportPipeline(transport(endpoint, vertx, tls), spool, tally,
                new ExportPipeline.Settings(new Target(endpoint, protocol()), guardLimits(), gzip,
                        ByteSize.of(config.maxRequestBytes()), spoolKind() != SpoolKind.NONE, expectsCollector));
    }

    private Transport transport(URI endpoint, Vertx vertx, TlsConfigurationRegistry tls) {
        Map<String, String> configured = CollectorAddress.configuredHeaders(collector);
        Redaction redaction = new Redaction(CollectorAddress.secrets(collector, endpoint));
        OtlpProtocol protocol = protocol(protocol(), redaction);
        CollectorClient client = new CollectorClient(vertx,
                new CollectorClientOptions(collector, endpoint, attemptTimeout, tls), protocol::configure);
        return new RedactedTransport(
                new OtlpTransport(client, protocol, endpoint, CollectorAddress.allHeaders(configured), attemptTimeout),
                redaction);
    }

    private String protocol() {
        return collector.protocol().orElse(OtlpExporterConfig.Protocol.GRPC);
    }

    private static OtlpProtocol protocol(String protocol, UnaryOperator<String> readable) {
        return switch (protocol) {
            case OtlpExporterConfig.Protocol.GRPC -> OtlpProtocol.grpc(readable);
            case OtlpExporterConfig.Protocol.HTTP_PROTOBUF -> OtlpProtocol.httpProtobuf(readable);
            default -> throw new IllegalStateException("the rules let no other protocol pass");
        };
    }

    private Spool spool(LossListener losses) {
        ExportConfig.Spool spool = config.spool();
        SpoolLimits limits = new SpoolLimits(spool.maxSpans(), spool.maxBytes().map(ByteSize::of).orElseGet(this::usualBytes));
        if (spoolKind() != SpoolKind.DISK) {
            return new MemorySpool(limits, losses);
        }
        SpoolLimits inMemory = new SpoolLimits(limits.maxSpans(), Math.min(limits.maxBytes(), HeapShare.bytes()));
        return diskSpool(SpoolDirectory.of(spool.directory().orElseThrow()), limits, inMemory, losses);
    }

    private long usualBytes() {
        return spoolKind() == SpoolKind.DISK ? HeapShare.MOST_BYTES : HeapShare.bytes();
    }

    private SpoolKind spoolKind() {
        return Choice.of(SpoolKind.class, config.spool().kind());
    }

    private static Spool diskSpool(Path directory, SpoolLimits limits, SpoolLimits inMemory, LossListener losses) {
        try {
            return DiskSpool.open(directory, limits, inMemory, losses);
        } catch (IllegalStateException e) {
            // without its cause, or Quarkus would print both with their stack traces and not the one line
            throw new ConfigurationException(PrintableText.of(e.getMessage()));
        }
    }

    private GuardLimits guardLimits() {
        ExportConfig.Retry retry = config.retry();
        return new GuardLimits(retry.maxAttempts(), retry.initialInterval(), retry.multiplier(), retry.maxInterval(),
                retry.maxElapsedTime(), retry.maxRetryAfter(), retry.jitter(), attemptTimeout,
                config.circuitBreaker().failureThreshold(),
                config.circuitBreaker().resetTimeout());
    }
}
