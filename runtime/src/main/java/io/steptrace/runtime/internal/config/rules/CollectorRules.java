package io.steptrace.runtime.internal.config.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

import io.quarkus.opentelemetry.runtime.config.runtime.BatchSpanProcessorConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;

/**
 * The rules of the platform's keys that the export of spans reads: {@code quarkus.otel.exporter.otlp} and
 * {@code quarkus.otel.bsp}.
 */
public final class CollectorRules {

    static final String ALL_SIGNALS = "quarkus.otel.exporter.otlp.";

    private static final String TRACES = ALL_SIGNALS + "traces.";
    private static final String BATCHES = "quarkus.otel.bsp.";
    private static final Set<String> PROTOCOLS = Set.of(OtlpExporterConfig.Protocol.GRPC,
            OtlpExporterConfig.Protocol.HTTP_PROTOBUF);

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    /** Timers and connections count milliseconds in an {@code int}. */
    private static final Duration MAX_TIMEOUT = Duration.ofDays(24);

    private static final int MAX_PORT = 65_535;

    private final Config configuration;
    private final List<String> violations = new ArrayList<>();

    private CollectorRules(Config configuration) {
        this.configuration = configuration;
    }

    /**
     * The violated rules, each with the key as it is written: that of traces, or that of all signals.
     *
     * @param tlsConfigurations finds a TLS configuration by its name
     * @param vertx reads certificates; asked for only if there are any
     */
    public static List<String> violationsOf(OtlpExporterRuntimeConfig config, BatchSpanProcessorConfig batches,
            Function<String, Optional<TlsConfiguration>> tlsConfigurations, Supplier<Vertx> vertx) {
        CollectorRules rules = new CollectorRules(ConfigProvider.getConfig());
        CollectorEndpoint.violation(config.traces().endpoint(), config.endpoint(), rules::written)
                .ifPresent(rules.violations::add);
        rules.exchange(config.traces());
        config.traces().tlsConfigurationName().ifPresentOrElse(
                name -> rules.tls(name, tlsConfigurations.apply(name), config),
                () -> rules.certificates(config.traces(), vertx));
        if (config.traces().proxyOptions().enabled()) {
            rules.proxy(config.traces().proxyOptions());
        }
        rules.batches(batches);
        return rules.violations;
    }

    /**
     * How long an attempt to send may take. Zero is no limit to Quarkus, where the processor of batches ends what takes too
     * long all the same; where that has no limit either, the longest there is.
     */
    public static Duration attemptTimeout(OtlpExporterConfig config, BatchSpanProcessorConfig batches) {
        return Stream.of(config.timeout(), batches.exportTimeout(), MAX_TIMEOUT).filter(timeout -> !timeout.isZero())
                .findFirst().filter(timeout -> timeout.compareTo(MAX_TIMEOUT) < 0).orElse(MAX_TIMEOUT);
    }

    static boolean isPort(int port) {
        return port > 0 && port <= MAX_PORT;
    }

    private void exchange(OtlpExporterConfig config) {
        config.protocol().ifPresent(protocol -> check(PROTOCOLS.contains(protocol), "protocol", "grpc or http/protobuf",
                protocol));
        check(config.timeout().isZero()
                || config.timeout().compareTo(MIN_TIMEOUT) >= 0 && config.timeout().compareTo(MAX_TIMEOUT) <= 0,
                "timeout", "0, or 1 ms to " + MAX_TIMEOUT.toDays() + " days", config.timeout());
        violations.addAll(HeaderRules.violationsOf(written("headers"), config.headers().orElse(List.of()),
                isHttp2(config)));
    }

    private static boolean isHttp2(OtlpExporterConfig config) {
        return !config.protocol().equals(Optional.of(OtlpExporterConfig.Protocol.HTTP_PROTOBUF));
    }

    private void tls(String name, Optional<TlsConfiguration> tls, OtlpExporterRuntimeConfig config) {
        check(tls.isPresent(), "tls-configuration-name", "the name of a TLS configuration, quarkus.tls.<name>.*", name);
        boolean isUsed = CollectorEndpoint.configured(config).filter(endpoint -> endpoint.startsWith("https:")).isPresent();
        tls.filter(found -> isUsed)
                .ifPresent(found -> violations.addAll(TlsRules.violationsOf(name, found, isHttp2(config.traces()))));
    }

    private void certificates(OtlpExporterConfig config, Supplier<Vertx> vertx) {
        List<String> certificates = config.keyCert().certs().orElse(List.of());
        List<String> keys = config.keyCert().keys().orElse(List.of());
        if (!certificates.isEmpty() || !keys.isEmpty()) {
            PemKeyCertOptions pem = new PemKeyCertOptions().setCertPaths(certificates).setKeyPaths(keys);
            check(isRead(() -> pem.getKeyManagerFactory(vertx.get())), "key-cert.certs",
                    "readable PEM files, with a readable key for each in " + written("key-cert.keys"), certificates);
        }
        config.trustCert().certs().filter(trusted -> !trusted.isEmpty()).ifPresent(trusted -> {
            PemTrustOptions pem = new PemTrustOptions();
            trusted.forEach(pem::addCertPath);
            check(isRead(() -> pem.getTrustManagerFactory(vertx.get())), "trust-cert.certs", "readable PEM files", trusted);
        });
    }

    private void proxy(OtlpExporterConfig.ProxyConfig proxy) {
        // not repeated, for what stands there instead may be a URL with a password
        proxy.host().filter(host -> !host.matches("[^\\s/@]+")).ifPresent(host -> violations.add(
                written("proxy-options.host") + " must be the name of a host, without scheme, port and credentials"));
        proxy.port().ifPresent(port -> check(isPort(port), "proxy-options.port", "1 to 65535", port));
        if (proxy.host().isEmpty()) {
            // where a proxy of the JVM is in use at all
            for (String scheme : List.of("http", "https")) {
                Optional.ofNullable(System.getProperty(scheme + ".proxyPort"))
                        .filter(port -> System.getProperty(scheme + ".proxyHost") != null)
                        .filter(port -> !port.matches("\\d{1,5}") || !isPort(Integer.parseInt(port)))
                        .ifPresent(port -> violations.add(ConfigRules.violation(scheme + ".proxyPort", "1 to 65535", port)));
            }
        }
    }

    private void batches(BatchSpanProcessorConfig batches) {
        checkBatches(!batches.scheduleDelay().isNegative(), "schedule.delay", "at least 0", batches.scheduleDelay());
        checkBatches(batches.maxQueueSize() >= 1, "max.queue.size", "at least 1", batches.maxQueueSize());
        checkBatches(batches.maxExportBatchSize() >= 1, "max.export.batch.size", "at least 1", batches.maxExportBatchSize());
        checkBatches(!batches.exportTimeout().isNegative(), "export.timeout", "at least 0", batches.exportTimeout());
    }

    private void checkBatches(boolean holds, String name, String rule, Object value) {
        if (!holds) {
            violations.add(ConfigRules.violation(BATCHES + name, rule, value));
        }
    }

    private void check(boolean holds, String name, String rule, Object value) {
        if (!holds) {
            violations.add(ConfigRules.violation(written(name), rule, value));
        }
    }

    private String written(String name) {
        return written(configuration, name);
    }

    /** The key whose value counts: Quarkus hands down to traces what is there for all signals. */
    static String written(Config configuration, String name) {
        ConfigValue handedDown = configuration.getConfigValue(ALL_SIGNALS + name);
        ConfigValue counts = configuration.getConfigValue(TRACES + name);
        boolean isHandedDown = handedDown.getRawValue() != null
                && handedDown.getRawValue().equals(counts.getRawValue())
                && Objects.equals(handedDown.getSourceName(), counts.getSourceName());
        return isHandedDown ? handedDown.getName() : TRACES + name;
    }

    private static boolean isRead(Callable<?> reading) {
        try {
            reading.call();
            return true;
        } catch (Exception e) {
            return false;
        }
    }
}
