package io.steptrace.runtime.internal.wiring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.opentelemetry.exporter.otlp.internal.OtlpUserAgent;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Where the collector of traces is and which headers it gets, by the rules of {@code quarkus.otel.exporter.otlp}. */
final class CollectorAddress {

    private static final String KEY = "quarkus.otel.exporter.otlp.traces.endpoint";

    private CollectorAddress() {
    }

    /** The endpoint of traces, else that of all signals, else the default; empty if it is blank, which means none. */
    static Optional<URI> endpoint(OtlpExporterRuntimeConfig config) {
        String endpoint = configured(config).orElse(OtlpExporterConfig.DEFAULT_GRPC_BASE_URI).strip();
        return endpoint.isEmpty() ? Optional.empty() : Optional.of(parsed(endpoint));
    }

    /** Whether an endpoint is configured, for traces or for all signals. */
    static boolean isConfigured(OtlpExporterRuntimeConfig config) {
        return configured(config).isPresent();
    }

    private static Optional<String> configured(OtlpExporterRuntimeConfig config) {
        return own(config.traces().endpoint()).or(() -> own(config.endpoint()));
    }

    /** What the application has configured, in the order it was written. */
    static Map<String, String> configuredHeaders(OtlpExporterConfig config) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : config.headers().orElse(List.of())) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                headers.put(header.substring(0, equals).strip(), header.substring(equals + 1).strip());
            } else if (!header.isBlank()) {
                // the value may be a credential that lost its name
                throw new ConfigurationException("quarkus.otel.exporter.otlp.traces.headers must be a list of name=value");
            }
        }
        return headers;
    }

    /** Everything a request carries: who we are, and what is configured. */
    static Map<String, String> allHeaders(Map<String, String> configured) {
        Map<String, String> headers = new LinkedHashMap<>();
        OtlpUserAgent.addUserAgentHeader(headers::put);
        headers.putAll(configured);
        return headers;
    }

    /** Quarkus gives both keys the default, so that the default in one of them is no word. */
    private static Optional<String> own(Optional<String> endpoint) {
        return endpoint.filter(configured -> !configured.equals(OtlpExporterConfig.DEFAULT_GRPC_BASE_URI));
    }

    private static URI parsed(String endpoint) {
        try {
            URI uri = new URI(endpoint);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below, without the endpoint: it may hold a password
        }
        throw new ConfigurationException(KEY + " must be a URL that begins with http:// or https:// and names a host");
    }
}
