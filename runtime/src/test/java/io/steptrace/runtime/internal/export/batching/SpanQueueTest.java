package io.steptrace.runtime.internal.export.batching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.steptrace.runtime.internal.export.encoding.EncodedSpan;

class SpanQueueTest {

    private static final EncodedSpan SPAN = new EncodedSpan(Resource.empty(), InstrumentationScopeInfo.empty(), new byte[100]);

    @Test
    void isFullFromTheSpanThatFindsNoRoomToTheOneThatIsTaken() {
        SpanQueue queue = new SpanQueue(4, Long.MAX_VALUE);
        for (int i = 0; i < 4; i++) {
            assertThat(queue.offer(SPAN)).isTrue();
        }

        assertThat(queue.offer(SPAN)).isFalse();
        assertThat(queue.isFull()).isTrue();
        assertThat(queue.poll()).isSameAs(SPAN);
        assertThat(queue.isFull()).isFalse();
        assertThat(queue.offer(SPAN)).isTrue();
        assertThat(queue.bytes()).as("what was taken is held still").isEqualTo(5 * SPAN.heldBytes());
    }

    @Test
    void holdsNoMoreBytesThanItMayButForOneSpan() {
        SpanQueue queue = new SpanQueue(4, SPAN.heldBytes() - 1);

        assertThat(queue.offer(SPAN)).as("it could never be delivered otherwise").isTrue();
        assertThat(queue.offer(SPAN)).isFalse();
        assertThat(queue.isFull()).isFalse();
        queue.release(queue.poll().heldBytes());
        assertThat(queue.offer(SPAN)).isTrue();
    }
}
