package io.steptrace.runtime.internal.wiring.export;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.steptrace.runtime.internal.export.ExportStatus.Target;
import io.steptrace.runtime.internal.export.otlp.connection.ClientOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.tracing.TracingPolicy;

/** The options of the client that talks to the collector: TLS and proxy, by the rules of {@code quarkus.otel.exporter.otlp}. */
final class CollectorClientOptions implements ClientOptions {

    private final OtlpExporterConfig config;
    private final URI endpoint;
    private final Duration attemptTimeout;
    private final TlsConfigurationRegistry registry;
    private final Optional<TlsConfiguration> tls;

    private HttpClientOptions made;

    CollectorClientOptions(OtlpExporterConfig config, URI endpoint, Duration attemptTimeout,
            TlsConfigurationRegistry registry) {
        this.config = config;
        this.endpoint = endpoint;
        this.attemptTimeout = attemptTimeout;
        this.registry = registry;
        this.tls = isHttps() ? TlsConfiguration.from(registry, config.tlsConfigurationName()) : Optional.empty();
    }

    /** The same as long as the certificates are: the registry may log a warning whenever it is asked for what else it has. */
    @Override
    public synchronized HttpClientOptions build() {
        if (made == null || areOutdated(made)) {
            made = newOptions();
        }
        return made;
    }

    /** The registry makes new options of its stores whenever it has read them anew, and revocation lists with them. */
    @Override
    public boolean areOutdated(HttpClientOptions made) {
        return tls.isPresent() && (made.getKeyCertOptions() != tls.get().getKeyStoreOptions()
                || made.getTrustOptions() != tls.get().getTrustStoreOptions());
    }

    private HttpClientOptions newOptions() {
        boolean isHttps = isHttps();
        // less than an attempt may take, or it would have ended before it is known what it waited for
        int connectMillis = Math.max(1, (int) Math.min(Integer.MAX_VALUE, attemptTimeout.toMillis() / 10 * 9));
        HttpClientOptions options = new HttpClientOptions()
                .setDefaultHost(endpoint.getHost())
                .setDefaultPort(endpoint.getPort() < 0 ? Target.defaultPort(isHttps) : endpoint.getPort())
                .setConnectTimeout(connectMillis)
                // one request at a time needs no more
                .setMaxPoolSize(1)
                // else the export of spans would make spans
                .setTracingPolicy(TracingPolicy.IGNORE);
        if (isHttps) {
            setTls(options, connectMillis);
        }
        if (config.proxyOptions().enabled()) {
            setProxy(options);
        }
        return options;
    }

    private boolean isHttps() {
        return "https".equals(endpoint.getScheme());
    }

    /** A TLS configuration as a whole, as the registry has it for all clients; without one, the keys of OTLP. */
    private void setTls(HttpClientOptions options, int connectMillis) {
        options.setSsl(true).setUseAlpn(true);
        tls.ifPresentOrElse(configuration -> TlsConfigUtils.configure(options, configuration), () -> setCertificates(options));
        if (tls.or(registry::getDefault).map(TlsConfiguration::isTrustAll).orElse(false)) {
            // as without Steptrace, a client that trusts all checks no name, unless an algorithm says how
            options.setTrustAll(true)
                    .setVerifyHost(tls.flatMap(TlsConfiguration::getHostnameVerificationAlgorithm).filter("HTTPS"::equals)
                            .isPresent());
        }
        // zero, to which the registry rounds down what is less than a second, would be no limit
        long handshakeMillis = tls.isPresent() ? options.getSslHandshakeTimeoutUnit().toMillis(options.getSslHandshakeTimeout())
                : 0;
        options.setSslHandshakeTimeout(handshakeMillis == 0 ? connectMillis : Math.min(handshakeMillis, connectMillis))
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    private void setCertificates(HttpClientOptions options) {
        List<String> certificates = config.keyCert().certs().orElse(List.of());
        List<String> keys = config.keyCert().keys().orElse(List.of());
        if (!certificates.isEmpty() || !keys.isEmpty()) {
            PemKeyCertOptions pem = new PemKeyCertOptions();
            certificates.forEach(pem::addCertPath);
            keys.forEach(pem::addKeyPath);
            options.setKeyCertOptions(pem);
        }
        List<String> trusted = config.trustCert().certs().orElse(List.of());
        if (!trusted.isEmpty()) {
            PemTrustOptions pem = new PemTrustOptions();
            trusted.forEach(pem::addCertPath);
            options.setTrustOptions(pem);
        }
    }

    private void setProxy(HttpClientOptions options) {
        OtlpExporterConfig.ProxyConfig proxy = config.proxyOptions();
        if (proxy.host().isEmpty()) {
            setProxyOfJvm(options);
            return;
        }
        ProxyOptions chosen = new ProxyOptions().setHost(proxy.host().get());
        proxy.port().ifPresent(chosen::setPort);
        proxy.username().ifPresent(chosen::setUsername);
        proxy.password().ifPresent(chosen::setPassword);
        options.setProxyOptions(chosen);
    }

    /** A proxy that is switched on but not named is the one of the JVM's system properties. */
    private static void setProxyOfJvm(HttpClientOptions options) {
        String prefix = options.isSsl() ? "https." : "http.";
        String host = System.getProperty(prefix + "proxyHost");
        if (host == null) {
            return;
        }
        ProxyOptions chosen = new ProxyOptions().setHost(host)
                .setPort(Integer.getInteger(prefix + "proxyPort", Target.defaultPort(options.isSsl())));
        Optional.ofNullable(System.getProperty(prefix + "proxyUser")).filter(user -> !user.isBlank())
                .ifPresent(chosen::setUsername);
        Optional.ofNullable(System.getProperty(prefix + "proxyPassword")).filter(password -> !password.isBlank())
                .ifPresent(chosen::setPassword);
        options.setProxyOptions(chosen);
    }
}
