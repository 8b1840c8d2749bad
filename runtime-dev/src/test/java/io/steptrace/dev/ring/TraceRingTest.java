package io.steptrace.dev.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;
import io.vertx.core.json.JsonObject;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TraceRingTest {

    private static final long MUCH = 1 << 20;

    private final Map<String, Map.Entry<String, byte[]>> kept = new LinkedHashMap<>();

    @Provide
    Arbitrary<TraceDetail> details() {
        return DrawnDetails.all();
    }

    @Property(tries = 200)
    void whatIsHeldIsWhatWasAdded(@ForAll("details") TraceDetail detail) {
        TraceRing ring = new TraceRing(new LinkedHashMap<>(), 1, MUCH);
        ring.add(detail);
        assertThat(ring.lines()).containsExactly(detail.line());
        assertThat(ring.find(detail.line().id())).isEqualTo(detail);
        assertThat(new JsonObject(RecordJson.write(detail).encode())).isEqualTo(RecordJson.write(detail));
    }

    @Test
    void theOldestGiveWay() {
        TraceRing ring = new TraceRing(kept, 2, MUCH);
        ring.add(trace("a"));
        ring.add(trace("b"));
        ring.add(trace("c"));
        assertThat(ids(ring)).containsExactly("c", "b");
        assertThat(ring.find("a")).isNull();
    }

    @Test
    void theOldestGiveWayToLargeOnes() {
        TraceRing ring = new TraceRing(kept, 100, 1);
        ring.add(trace("a"));
        ring.add(trace("b"));
        assertThat(ids(ring)).containsExactly("b");
    }

    @Test
    void theNextApplicationFindsWhatWasHeld() {
        new TraceRing(kept, 3, MUCH).add(trace("a"));
        TraceRing next = new TraceRing(kept, 3, MUCH);
        next.add(trace("b"));
        assertThat(ids(next)).containsExactly("b", "a");
        assertThat(ids(new TraceRing(kept, 1, MUCH))).containsExactly("b");
        assertThat(kept.values()).allMatch(entry -> entry.getClass().getClassLoader() == null);
    }

    @Test
    void eachLocalTraceOfOneIdHasItsOwn() {
        TraceRing ring = new TraceRing(kept, 3, MUCH);
        assertThat(ring.add(trace("a")).line().id()).isEqualTo("a");
        TraceDetail second = ring.add(trace("a"));
        assertThat(second.line().id()).isEqualTo("a-2");
        assertThat(ring.add(trace("a")).line().id()).isEqualTo("a-3");
        assertThat(ring.find("a-2")).isEqualTo(second);
    }

    @Test
    void isEmptyOnceCleared() {
        TraceRing ring = new TraceRing(kept, 3, MUCH);
        ring.add(trace("a"));
        ring.clear();
        assertThat(ring.lines()).isEmpty();
        ring.add(trace("b"));
        assertThat(ids(ring)).containsExactly("b");
    }

    private static List<String> ids(TraceRing ring) {
        return ring.lines().stream().map(TraceLine::id).toList();
    }

    private static TraceDetail trace(String id) {
        return new TraceDetail(new TraceLine(id, id, "GET /", "200", false, 1, 2, 2, 0, List.of(), 1, true), null, "text",
                List.of());
    }
}
