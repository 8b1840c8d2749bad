package io.steptrace.runtime.internal.config.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;

/** The endpoint of traces among the keys of the platform, and what it has to be. */
public final class CollectorEndpoint {

    private static final String NAME = "endpoint";

    private CollectorEndpoint() {
    }

    /** That of traces, else that of all signals; empty if none is configured. A blank one means that nothing is exported. */
    public static Optional<String> configured(OtlpExporterRuntimeConfig config) {
        return chosen(config.traces().endpoint(), config.endpoint());
    }

    /** The violated rule, if any. It repeats no more than host and port, for the rest may be a password. */
    static Optional<String> violation(Optional<String> ofTraces, Optional<String> ofAll, UnaryOperator<String> writtenKey) {
        String key = own(ofTraces).isPresent() ? writtenKey.apply(NAME) : CollectorRules.ALL_SIGNALS + NAME;
        return chosen(ofTraces, ofAll).filter(endpoint -> !endpoint.isEmpty()).map(CollectorEndpoint::fault)
                .filter(fault -> !fault.isEmpty()).map(fault -> key + " must " + fault);
    }

    /** What the endpoint must be and is not; empty if it is all right. */
    private static String fault(String endpoint) {
        try {
            URI uri = new URI(endpoint);
            if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
                return uri.getHost() == null ? faultOfHost(uri) : faultOfPort(uri.getPort());
            }
        } catch (URISyntaxException e) {
            // said below, without the endpoint
        }
        return "be a URL that begins with http:// or https:// and names a host";
    }

    /** Java reads no host where its name is not one by RFC 952, although a network may know it. */
    private static String faultOfHost(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
        return host.matches("[\\w.-]*_[\\w.-]*")
                ? "name a host without an underscore, which no host name may have, was " + host
                        + " - give that host another name, or an alias with a hyphen"
                : "be a URL that begins with http:// or https:// and names a host";
    }

    private static String faultOfPort(int port) {
        return port == -1 || CollectorRules.isPort(port) ? "" : "have a port from 1 to 65535, was " + port;
    }

    private static Optional<String> chosen(Optional<String> ofTraces, Optional<String> ofAll) {
        return own(ofTraces).or(() -> own(ofAll)).map(String::strip);
    }

    /** Quarkus gives both keys the default, so that the default in one of them is no word. */
    private static Optional<String> own(Optional<String> endpoint) {
        return endpoint.filter(configured -> !configured.equals(OtlpExporterConfig.DEFAULT_GRPC_BASE_URI));
    }
}
