package io.steptrace.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.steptrace.runtime.internal.export.ExportStatus;

/** What was delivered and lost since a moment, as the application itself counts it. */
public final class LossAccount {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExportStatus status;
    private final long deliveredBefore;
    private final Map<String, Long> lostBefore;

    private LossAccount(ExportStatus status) {
        this.status = status;
        this.deliveredBefore = status.tally().delivered();
        this.lostBefore = status.tally().lost();
    }

    public static LossAccount from(ExportStatus status) {
        return new LossAccount(status);
    }

    public long delivered() {
        return status.tally().delivered() - deliveredBefore;
    }

    /** Lost spans by reason. */
    public Map<String, Long> lost() {
        Map<String, Long> since = new TreeMap<>(status.tally().lost());
        lostBefore.forEach((reason, spans) -> since.merge(reason, -spans, Long::sum));
        since.values().removeIf(spans -> spans == 0);
        return since;
    }

    /** Waits until nothing is held any more. */
    public void awaitEmptySpool() {
        await().atMost(PATIENCE).until(() -> status.fill().spans() == 0);
    }
}
