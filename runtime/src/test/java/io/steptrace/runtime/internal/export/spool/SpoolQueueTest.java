package io.steptrace.runtime.internal.export.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.spool.SpoolQueue.Place;

/** The order both spools stand on. */
class SpoolQueueTest {

    private final SpoolQueue<String> queue = new SpoolQueue<>();

    @BeforeEach
    void fill() {
        queue.join(1, "a");
        queue.join(3, "c");
        queue.join(2, "b");
    }

    @Test
    void isInTheOrderOfTheNumbers() {
        assertThat(waiting()).containsExactly("a", "b", "c");
        assertThat(queue.youngest(2, held -> !held.equals("b"))).containsExactly("a", "c");
        assertThat(queue.size()).isEqualTo(3);
    }

    @Test
    void thatInFlightKeepsItsPlace() {
        queue.take(queue.waitingBehind(1));
        assertThat(waiting()).containsExactly("a", "c");
        assertThat(queue.youngest(2, held -> true)).containsExactly("b", "c");
        queue.putBack();
        assertThat(waiting()).containsExactly("a", "b", "c");
    }

    @Test
    void partsHaveTheNumberOfTheirWhole() {
        queue.take(queue.oldestWaiting());
        queue.replace(List.of("a1", "a2", "a3"));
        assertThat(waiting()).containsExactly("a1", "a2", "a3", "b", "c");
        queue.leave(queue.oldestWaiting());
        assertThat(queue.oldestNumber()).isEqualTo(1);
        assertThat(queue.size()).isEqualTo(4);
    }

    @Test
    void partsThereIsNoMemoryForLeaveTheWholeInFlight() {
        queue.take(queue.waitingBehind(1));

        assertThatThrownBy(() -> queue.replace(new NoMemoryForTheSecond())).isInstanceOf(OutOfMemoryError.class);

        assertThat(queue.inFlight()).isEqualTo("b");
        queue.putBack();
        assertThat(waiting()).containsExactly("a", "b", "c");
    }

    @Test
    void aPlaceMayLeaveWhileItIsLookedAt() {
        queue.forEach(queue::leave);
        assertThat(queue.size()).isZero();
        assertThat(queue.oldestNumber()).isEqualTo(Spool.NONE);
    }

    private List<String> waiting() {
        return StreamSupport.stream(queue.spliterator(), false).map(Place::held).toList();
    }

    private static final class NoMemoryForTheSecond extends AbstractList<String> {

        @Override
        public String get(int index) {
            if (index == 0) {
                return "first";
            }
            throw new OutOfMemoryError("test");
        }

        @Override
        public int size() {
            return 2;
        }
    }
}
