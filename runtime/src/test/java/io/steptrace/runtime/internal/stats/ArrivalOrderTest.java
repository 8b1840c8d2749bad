package io.steptrace.runtime.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ArrivalOrderTest {

    private final ArrivalOrder<String> order = new ArrivalOrder<>();

    /** @param moves below 6 adds one, else takes one away: which of them, counted round */
    @Property(tries = 200)
    void keepsWhatHasNotLeftInTheOrderInWhichItCame(@ForAll @Size(max = 400) List<@IntRange(max = 9) Integer> moves) {
        ArrivalOrder<Integer> order = new ArrivalOrder<>();
        Map<Integer, Long> places = new HashMap<>();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i) < 6 || expected.isEmpty()) {
                places.put(i, order.add(i));
                expected.add(i);
            } else {
                order.remove(places.get(expected.remove(moves.get(i) * 31 % expected.size())));
            }
            assertThat(order).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void holdsNoMoreThanABlockForOneThatStays() {
        order.add("stays");
        for (int i = 0; i < 100 * ArrivalOrder.BLOCK; i++) {
            order.remove(order.add("passes"));
            assertThat(order.blocks()).isBetween(1, 3);
        }

        assertThat(order).containsExactly("stays");
    }

    @Test
    void holdsNothingOnceAllHaveLeft() {
        List<Long> places = IntStream.range(0, 10 * ArrivalOrder.BLOCK).mapToObj(i -> order.add("thing " + i)).toList();
        assertThat(order).hasSize(places.size());
        places.forEach(order::remove);

        assertThat(order).isEmpty();
        assertThat(order.blocks()).isZero();
    }

    @Test
    void losesNothingWhateverTheThreads() throws Exception {
        int threads = 8;
        int rounds = 20_000;
        ArrivalOrder<Integer> shared = new ArrivalOrder<>();
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> work = IntStream.range(0, threads).mapToObj(thread -> pool.submit(() -> {
                begin.await();
                int stays = thread * rounds;
                shared.add(stays);
                for (int i = 1; i < rounds; i++) {
                    long passing = shared.add(stays + i);
                    if (i % 100 == 0) {
                        assertThat(shared).contains(stays, stays + i);
                    }
                    shared.remove(passing);
                }
                return stays;
            })).toList();
            begin.countDown();
            List<Integer> left = new ArrayList<>();
            for (Future<Integer> each : work) {
                left.add(each.get());
            }

            assertThat(shared).containsExactlyInAnyOrderElementsOf(left);
            assertThat(shared.blocks()).isBetween(1, threads + 2);
        } finally {
            pool.shutdownNow();
        }
    }
}
