package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdict as the design words it, found by looking at every nanosecond. */
final class LookedAt {

    private final Scene scene;
    private final Map<String, Long> waited = new TreeMap<>();
    private long working;
    private long unknown;

    private LookedAt(Scene scene) {
        this.scene = scene;
        for (long nanos = scene.beginNanos(); nanos < scene.endNanos(); nanos++) {
            look(nanos);
        }
    }

    static Verdict at(Scene scene) {
        return new LookedAt(scene).verdict();
    }

    private void look(long nanos) {
        List<KnownWait> waits = scene.waits().stream().filter(each -> covers(each.beginNanos(), each.endNanos(), nanos))
                .toList();
        List<Call> calls = scene.calls().stream().filter(each -> covers(each.beginNanos(), each.endNanos(), nanos)).toList();
        boolean isWorking = scene.stretches().stream().filter(each -> covers(each.beginNanos(), each.endNanos(), nanos))
                .anyMatch(each -> waits.stream().noneMatch(wait -> wait.threadId() == each.threadId()));
        if (isWorking) {
            working++;
        } else if (waits.isEmpty() && calls.isEmpty()) {
            unknown++;
        } else {
            waited.merge(what(waits, calls), 1L, Long::sum);
        }
    }

    private static String what(List<KnownWait> waits, List<Call> calls) {
        List<KnownWait> sortedWaits = new ArrayList<>(waits);
        sortedWaits.sort(Comparator.comparing(KnownWait::endNanos).reversed()
                .thenComparing(Comparator.comparing(KnownWait::isNamed).reversed()).thenComparing(KnownWait::what));
        List<Call> sortedCalls = new ArrayList<>(calls);
        sortedCalls.sort(Comparator.comparing(Call::endNanos).reversed().thenComparing(Call::what));
        if (calls.isEmpty()) {
            return sortedWaits.get(0).what();
        }
        boolean isOfWait = !waits.isEmpty() && sortedWaits.get(0).isNamed()
                && sortedWaits.get(0).endNanos() >= sortedCalls.get(0).endNanos();
        return isOfWait ? sortedWaits.get(0).what() : sortedCalls.get(0).what();
    }

    private static boolean covers(long beginNanos, long endNanos, long nanos) {
        return beginNanos <= nanos && nanos < endNanos;
    }

    private Verdict verdict() {
        List<WaitedFor> waitedFor = new ArrayList<>();
        waited.forEach((what, nanos) -> waitedFor.add(new WaitedFor(what, nanos)));
        waitedFor.sort((one, another) -> Long.compare(another.nanos(), one.nanos()));
        return new Verdict(working, waitedFor.stream().mapToLong(WaitedFor::nanos).sum(), unknown, waitedFor);
    }
}
