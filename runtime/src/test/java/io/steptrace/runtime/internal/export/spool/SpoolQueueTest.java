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

    private final SpoolQueue<String> line = new SpoolQueue<>();

    @BeforeEach
    void fill() {
        line.join(1, "a");
        line.join(3, "c");
        line.join(2, "b");
    }

    @Test
    void isInTheOrderOfTheNumbers() {
        assertThat(waiting()).containsExactly("a", "b", "c");
        assertThat(line.youngest(2, held -> !held.equals("b"))).containsExactly("a", "c");
        assertThat(line.size()).isEqualTo(3);
    }

    @Test
    void thatInFlightKeepsItsPlace() {
        line.take(line.waitingBehind(1));
        assertThat(waiting()).containsExactly("a", "c");
        assertThat(line.youngest(2, held -> true)).containsExactly("b", "c");
        line.putBack();
        assertThat(waiting()).containsExactly("a", "b", "c");
    }

    @Test
    void partsHaveTheNumberOfTheirWhole() {
        line.take(line.oldestWaiting());
        line.replace(List.of("a1", "a2", "a3"));
        assertThat(waiting()).containsExactly("a1", "a2", "a3", "b", "c");
        line.leave(line.oldestWaiting());
        assertThat(line.oldestNumber()).isEqualTo(1);
        assertThat(line.size()).isEqualTo(4);
    }

    @Test
    void partsThereIsNoMemoryForLeaveTheWholeInFlight() {
        line.take(line.waitingBehind(1));

        assertThatThrownBy(() -> line.replace(new NoMemoryForTheSecond())).isInstanceOf(OutOfMemoryError.class);

        assertThat(line.inFlight()).isEqualTo("b");
        line.putBack();
        assertThat(waiting()).containsExactly("a", "b", "c");
    }

    @Test
    void aPlaceMayLeaveWhileItIsLookedAt() {
        line.forEach(line::leave);
        assertThat(line.size()).isZero();
        assertThat(line.oldestNumber()).isEqualTo(Spool.NONE);
    }

    private List<String> waiting() {
        return StreamSupport.stream(line.spliterator(), false).map(Place::held).toList();
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
