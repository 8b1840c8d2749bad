package io.steptrace.runtime.internal.trace.ledger;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.time.Millis;
import io.steptrace.runtime.internal.verdict.Verdict;

/** A verdict as attributes of the root it is on. */
final class VerdictAttributes {

    private VerdictAttributes() {
    }

    static Attributes of(Verdict verdict) {
        AttributesBuilder attributes = Attributes.builder()
                .put(AttributeKeys.WORKING_MS, Millis.of(verdict.workingNanos()))
                .put(AttributeKeys.WAITING_MS, Millis.of(verdict.waitingNanos()))
                .put(AttributeKeys.UNKNOWN_MS, Millis.of(verdict.unknownNanos()));
        if (!verdict.waitedFor().isEmpty()) {
            attributes.put(AttributeKeys.WAITED_FOR, verdict.waitedForText());
        }
        return attributes.build();
    }
}
