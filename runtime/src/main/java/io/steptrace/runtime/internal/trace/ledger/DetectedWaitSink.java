package io.steptrace.runtime.internal.trace.ledger;

import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.verdict.KnownWait;
import io.steptrace.runtime.internal.waits.DetectedWait;

/** Records waits that were found among the code of a span. Called by any thread. */
@FunctionalInterface
public interface DetectedWaitSink {

    /**
     * Records a wait, as a span of its own where it is long enough.
     *
     * @param parent the context of the span that waited
     * @param hasRoom whether the span may have another child of this kind
     * @return the same wait in the words of the verdict
     */
    KnownWait record(Context parent, DetectedWait detected, boolean hasRoom);
}
