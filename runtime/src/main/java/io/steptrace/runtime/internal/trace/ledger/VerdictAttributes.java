package io.steptrace.runtime.internal.trace.ledger;

import io.opentelemetry.api.common.AttributeKey;
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
        AttributesBuilder attributes = Attributes.builder();
        write(verdict, attributes::put);
        return attributes.build();
    }

    static void write(Verdict verdict, Target to) {
        to.put(AttributeKeys.WORKING_MS, Millis.of(verdict.workingNanos()));
        to.put(AttributeKeys.WAITING_MS, Millis.of(verdict.waitingNanos()));
        to.put(AttributeKeys.UNKNOWN_MS, Millis.of(verdict.unknownNanos()));
        if (!verdict.waitedFor().isEmpty()) {
            to.put(AttributeKeys.WAITED_FOR, verdict.waitedForText());
        }
    }

    /** Gets them one by one: to collect attributes for a span that is at hand costs more than to set them. */
    @FunctionalInterface
    interface Target {

        <T> void put(AttributeKey<T> key, T value);
    }
}
