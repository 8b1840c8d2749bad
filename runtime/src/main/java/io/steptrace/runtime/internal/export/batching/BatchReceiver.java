package io.steptrace.runtime.internal.export.batching;

import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.export.encoding.EncodedSpan;

/** Gets the spans that have ended, batch by batch, on one thread. */
@FunctionalInterface
public interface BatchReceiver {

    /**
     * Takes a batch.
     *
     * @param spans not to be kept: the list is used for the next batch
     * @return is done once there is room for the next
     */
    CompletableResultCode receive(List<EncodedSpan> spans);
}
