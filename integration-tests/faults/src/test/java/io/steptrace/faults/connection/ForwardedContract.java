package io.steptrace.faults.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.steptrace.collector.path.Forwarder;
import io.steptrace.faults.ExportContract;
import io.steptrace.faults.MadeSpans;

/**
 * As every way to a collector in good health, with something in between that forgets connections. Needs a short timeout, which
 * a first request on a busy machine does not exceed: two seconds.
 *
 * @param <B> the type of the behaviours that the collector can be given
 */
public abstract class ForwardedContract<B> extends ExportContract<B> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    protected Forwarder forwarder;

    @Test
    void leavesAConnectionThatWentSilent() {
        List<String> made = deliver();

        forwarder.silenceThoseOpen();
        made.addAll(MadeSpans.by(tracer, 10));

        assertDeliveredOnce(made);
    }

    @Test
    void leavesAConnectionThatIsSilentWhileItIsMade() {
        List<String> made = deliver();

        forwarder.silenceAll();
        int before = forwarder.opened();
        made.addAll(MadeSpans.by(tracer, 10));
        // the second one is made after the first was given up
        await().atMost(PATIENCE).until(() -> forwarder.opened() >= before + 2);
        forwarder.silenceThoseOpen();

        assertDeliveredOnce(made);
    }

    private List<String> deliver() {
        List<String> made = new ArrayList<>(MadeSpans.by(tracer, 1));
        collector.awaitSpans(made);
        await().until(() -> export.fill().batches() == 0);
        return made;
    }

    private void assertDeliveredOnce(List<String> made) {
        collector.awaitSpans(made);
        await().until(() -> export.fill().batches() == 0);
        assertThat(collector.deliveries()).containsOnlyKeys(made);
        assertThat(collector.deliveries().values()).containsOnly(1);
        assertThat(export.tally().lostInAll()).isZero();
        assertThat(log.all()).isEmpty();
    }
}
