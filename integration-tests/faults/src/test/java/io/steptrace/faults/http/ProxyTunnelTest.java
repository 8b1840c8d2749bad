package io.steptrace.faults.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.path.Proxy;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.ExportContract;

/** A proxy tunnels what is encrypted. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = CollectorResource.TRUST, value = "PEM"),
        @ResourceArg(name = CollectorResource.PROXY, value = "true") })
class ProxyTunnelTest extends ExportContract<Behaviour> {

    Proxy proxy;

    @Test
    void asksTheProxyForATunnel() {
        makeOne();

        collector.awaitRequests(1);
        assertThat(proxy.asked()).isNotEmpty().containsOnly("CONNECT 127.0.0.1:" + collector.port());
    }

    @ParameterizedTest
    @ValueSource(ints = { 407, 502 })
    void keepsWhatTheProxyRefuses(int status) {
        // which the present connection would not ask again
        collector.restart();
        proxy.refuseNext(status);
        int asked = proxy.asked().size();

        String span = makeOne();

        collector.awaitSpans(List.of(span));
        await().until(() -> export.fill().batches() == 0);
        assertThat(collector.deliveries()).containsOnlyKeys(span).containsEntry(span, 1);
        assertThat(export.tally().lost()).isEmpty();
        assertThat(proxy.asked()).as("the refused tunnel, and the next").hasSizeGreaterThan(asked + 1);
    }
}
