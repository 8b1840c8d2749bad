package io.steptrace.runtime.internal.wiring.export;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.opentelemetry.exporter.otlp.internal.OtlpUserAgent;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.steptrace.runtime.internal.config.rules.CollectorEndpoint;

/** Where the collector of traces is and which headers it gets, by the rules of {@code quarkus.otel.exporter.otlp}. */
final class CollectorAddress {

    private CollectorAddress() {
    }

    /** The endpoint of traces, else that of all signals, else the default; to be asked for unless it is blank. */
    static URI endpoint(OtlpExporterRuntimeConfig config) {
        return URI.create(CollectorEndpoint.configured(config).orElse(OtlpExporterConfig.DEFAULT_GRPC_BASE_URI));
    }

    /** Whether nothing is exported, regardless of what else is configured. */
    static boolean isBlank(OtlpExporterRuntimeConfig config) {
        return CollectorEndpoint.configured(config).filter(String::isEmpty).isPresent();
    }

    /** Whether an endpoint is configured, for traces or for all signals. */
    static boolean isConfigured(OtlpExporterRuntimeConfig config) {
        return CollectorEndpoint.configured(config).isPresent();
    }

    /** What the application has configured, in the order it was written. */
    static Map<String, String> configuredHeaders(OtlpExporterConfig config) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : config.headers().orElse(List.of())) {
            // the rules have let no other pass
            int equals = header.indexOf('=');
            if (equals > 0) {
                headers.put(header.substring(0, equals).strip(), header.substring(equals + 1).strip());
            }
        }
        return headers;
    }

    /** What may be a credential, in each form in which it goes out. */
    static List<String> secrets(OtlpExporterConfig config, URI endpoint) {
        List<String> secrets = new ArrayList<>(configuredHeaders(config).values());
        Stream.of(endpoint.getRawUserInfo(), endpoint.getUserInfo()).filter(Objects::nonNull)
                .forEach(pair -> addCredential(secrets, pair));
        config.proxyOptions().password().ifPresent(password -> addCredential(secrets,
                config.proxyOptions().username().orElse("") + ":" + password));
        Stream.of("http.proxy", "https.proxy").filter(proxy -> System.getProperty(proxy + "Password") != null)
                .forEach(proxy -> addCredential(secrets,
                        System.getProperty(proxy + "User", "") + ":" + System.getProperty(proxy + "Password")));
        return secrets;
    }

    /** As it goes out, base64, it is known in its other forms as well. */
    private static void addCredential(List<String> secrets, String pair) {
        secrets.add("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Everything a request carries: who we are, and what is configured. */
    static Map<String, String> allHeaders(Map<String, String> configured) {
        Map<String, String> headers = new LinkedHashMap<>();
        OtlpUserAgent.addUserAgentHeader(headers::put);
        headers.putAll(configured);
        return headers;
    }
}
