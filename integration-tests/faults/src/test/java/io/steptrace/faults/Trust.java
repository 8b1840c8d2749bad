package io.steptrace.faults;

import java.util.Map;

import io.steptrace.collector.TestCertificate;

/** How an application comes to trust a collector whose certificate signed itself. */
public enum Trust {

    /** It does not. */
    NONE {
        @Override
        Map<String, String> configuration(TestCertificate certificate) {
            return Map.of();
        }
    },

    /** Keys of OTLP name the certificate. */
    PEM {
        @Override
        Map<String, String> configuration(TestCertificate certificate) {
            return Map.of(OTLP + "traces.trust-cert.certs", certificate.pem().toString());
        }
    },

    /** A TLS configuration of the registry has it in a store. */
    STORE {
        @Override
        Map<String, String> configuration(TestCertificate certificate) {
            return Map.of(OTLP + "tls-configuration-name", "collector",
                    "quarkus.tls.collector.trust-store.p12.path", certificate.trustStore().toString(),
                    "quarkus.tls.collector.trust-store.p12.password", certificate.password());
        }
    },

    /** A TLS configuration of the registry trusts whomever it meets. */
    ALL {
        @Override
        Map<String, String> configuration(TestCertificate certificate) {
            return Map.of(OTLP + "tls-configuration-name", "collector", "quarkus.tls.collector.trust-all", "true");
        }
    },

    /** As {@link #PEM}, and the collector demands a certificate as well, but the application has none. */
    ONE_SIDED {
        @Override
        Map<String, String> configuration(TestCertificate certificate) {
            return PEM.configuration(certificate);
        }
    },

    /** As {@link #PEM}, and the application shows a certificate as well, which the collector demands. */
    MUTUAL {
        @Override
        Map<String, String> configuration(TestCertificate certificate) {
            return Map.of(OTLP + "traces.trust-cert.certs", certificate.pem().toString(),
                    OTLP + "traces.key-cert.certs", certificate.pem().toString(),
                    OTLP + "traces.key-cert.keys", certificate.privateKeyPem().toString());
        }
    },

    /** As {@link #MUTUAL}, by a TLS configuration of the registry, which reads the files anew every half second. */
    RENEWED {
        @Override
        Map<String, String> configuration(TestCertificate certificate) {
            return Map.of(OTLP + "tls-configuration-name", "collector",
                    "quarkus.tls.collector.reload-period", "500ms",
                    "quarkus.tls.collector.trust-store.pem.certs", certificate.pem().toString(),
                    "quarkus.tls.collector.key-store.pem.0.cert", certificate.pem().toString(),
                    "quarkus.tls.collector.key-store.pem.0.key", certificate.privateKeyPem().toString());
        }
    };

    private static final String OTLP = "quarkus.otel.exporter.otlp.";

    /** Whether the collector demands a certificate as well. */
    boolean isMutual() {
        return this == ONE_SIDED || this == MUTUAL || this == RENEWED;
    }

    abstract Map<String, String> configuration(TestCertificate certificate);
}
