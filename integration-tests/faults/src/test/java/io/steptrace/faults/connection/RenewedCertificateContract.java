package io.steptrace.faults.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.steptrace.collector.TestCertificate;
import io.steptrace.faults.ExportContract;
import io.steptrace.faults.MadeSpans;

/**
 * As every way to a collector in good health, with certificates that both sides renew while the application runs.
 *
 * @param <B> the type of the behaviours that the collector can be given
 */
abstract class RenewedCertificateContract<B> extends ExportContract<B> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    TestCertificate certificate;

    @Inject
    TlsConfigurationRegistry registry;

    @Test
    void showsAndTrustsTheRenewedCertificateOnANewConnection() throws Exception {
        List<String> made = new ArrayList<>(MadeSpans.by(tracer, 3));
        collector.awaitSpans(made);
        collector.stop();
        Certificate former = trusted();

        certificate.renew();
        await().atMost(PATIENCE).until(() -> !trusted().equals(former));
        collector.start();
        made.addAll(MadeSpans.by(tracer, 10));

        assertDeliveredOnce(made);
    }

    @Test
    void leavesAConnectionWithTheFormerCertificate() throws Exception {
        List<String> made = new ArrayList<>(MadeSpans.by(tracer, 3));
        collector.awaitSpans(made);
        await().until(() -> export.fill().batches() == 0);
        Object former = registry.get("collector").orElseThrow().getKeyStoreOptions();
        int connections = collector.connectionsSoFar();

        await().atMost(PATIENCE).until(() -> registry.get("collector").orElseThrow().getKeyStoreOptions() != former);
        made.addAll(MadeSpans.by(tracer, 10));

        assertDeliveredOnce(made);
        assertThat(collector.connectionsSoFar()).isGreaterThan(connections);
        collector.awaitOpenConnections(1);
    }

    private Certificate trusted() throws Exception {
        var store = registry.get("collector").orElseThrow().getTrustStore();
        return store.getCertificate(store.aliases().nextElement());
    }

    private void assertDeliveredOnce(List<String> made) {
        collector.awaitSpans(made);
        await().until(() -> export.fill().batches() == 0);
        assertThat(collector.deliveries()).containsOnlyKeys(made);
        assertThat(collector.deliveries().values()).containsOnly(1);
        assertThat(export.tally().lostInAll()).isZero();
    }
}
