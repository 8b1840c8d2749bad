package io.steptrace.runtime.internal.config.rules;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SSLOptions;

/** The rules of a TLS configuration for a collector: what the client cannot obey is refused, and not left out. */
public final class TlsRules {

    /** The one the client has, and none. */
    private static final Set<String> ALGORITHMS = Set.of("HTTPS", "NONE");

    private final String prefix;
    private final List<String> violations = new ArrayList<>();

    private TlsRules(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The violated rules, each with the key of the TLS configuration.
     *
     * @param name of the configuration
     * @param isHttp2 whether requests go out over HTTP/2, as with gRPC
     */
    public static List<String> violationsOf(String name, TlsConfiguration tls, boolean isHttp2) {
        TlsRules rules = new TlsRules(prefix(name));
        rules.check(tls, tls.getSSLOptions(), isHttp2);
        return rules.violations;
    }

    private void check(TlsConfiguration tls, SSLOptions options, boolean isHttp2) {
        SSLParameters supported = supported();
        all("protocols", options.getEnabledSecureTransportProtocols(), supported.getProtocols());
        all("cipher-suites", options.getEnabledCipherSuites(), supported.getCipherSuites());
        tls.getHostnameVerificationAlgorithm().filter(algorithm -> !ALGORITHMS.contains(algorithm)).ifPresent(
                algorithm -> violated("hostname-verification-algorithm", "HTTPS or NONE for a collector", algorithm));
        if (isHttp2 && !options.isUseAlpn()) {
            violated("alpn", "true for a collector of gRPC, which is HTTP/2", false);
        }
        revocations(tls, Optional.ofNullable(options.getCrlValues()).orElse(List.of()));
    }

    private void revocations(TlsConfiguration tls, List<Buffer> lists) {
        if (!lists.stream().allMatch(TlsRules::isRead)) {
            violated("certificate-revocation-list", "files with revocation lists, in PEM or DER", "another kind of file");
        } else if (!lists.isEmpty() && tls.getTrustStoreOptions() == null) {
            // Vert.x 4.5 looks at lists only where it has the trusted certificates
            violations.add(prefix + "trust-store must be set, because " + prefix + "certificate-revocation-list is"
                    + " - it is not looked at with the certificates that the JVM trusts");
        }
    }

    private void all(String name, Collection<String> values, String[] supported) {
        if (!List.of(supported).containsAll(values)) {
            violated(name, "names that this JVM supports", String.join(",", values));
        }
    }

    private void violated(String name, String rule, Object value) {
        violations.add(ConfigRules.violation(prefix + name, rule, value));
    }

    private static String prefix(String name) {
        if (TlsConfig.DEFAULT_NAME.equals(name)) {
            return "quarkus.tls.";
        }
        return "quarkus.tls." + (name.indexOf('.') < 0 ? name : '"' + name + '"') + ".";
    }

    private static SSLParameters supported() {
        try {
            return SSLContext.getDefault().getSupportedSSLParameters();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JVM without TLS", e);
        }
    }

    /** What is no list may be read as one that is empty. */
    private static boolean isRead(Buffer list) {
        try {
            return !CertificateFactory.getInstance("X.509").generateCRLs(new ByteArrayInputStream(list.getBytes())).isEmpty();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
