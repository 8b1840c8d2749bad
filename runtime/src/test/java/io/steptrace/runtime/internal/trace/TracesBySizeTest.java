package io.steptrace.runtime.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class TracesBySizeTest {

    private final TracesBySize bySize = new TracesBySize();

    @Property(tries = 200)
    void findsOneThatIsMoreThanHalfAsLargeAsTheLargestAndForgetsWhatIsOver(
            @ForAll @NotEmpty @Size(max = 30) List<@IntRange(min = 1, max = 3_000) Integer> sizes) {
        Map<AssembledTrace, Integer> traces = new LinkedHashMap<>();
        for (int size : sizes) {
            AssembledTrace trace = new AssembledTrace("any", new Audience(List.of(), false));
            for (int spans = 1; spans <= size; spans++) {
                bySize.grown(trace, spans);
            }
            traces.put(trace, size);
        }
        // a small trace is none of those that are looked for
        assertThat(traces.values().removeIf(size -> size < TracesBySize.MANY))
                .isEqualTo(sizes.stream().anyMatch(size -> size < TracesBySize.MANY));
        while (!traces.isEmpty()) {
            AssembledTrace largest = bySize.largest();
            int size = traces.get(largest);
            assertThat(2 * size).isGreaterThan(Collections.max(traces.values()));
            bySize.remove(largest, size);
            traces.remove(largest);
        }
        assertThat(bySize.largest()).isNull();
    }
}
