package io.steptrace.test.internal.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.opentelemetry.sdk.trace.data.EventData;

/** Events in the order of time, except that slots written in a row stand by name: effects end in any order. */
final class EventOrder {

    private static final String SLOT_WRITE = "steptrace.slot.write";
    private static final Comparator<EventData> BY_SLOT = Comparator.comparing(event -> event.getAttributes().toString());

    private EventOrder() {
    }

    static List<EventData> of(List<EventData> events) {
        List<EventData> ordered = new ArrayList<>(events);
        ordered.sort(Comparator.comparingLong(EventData::getEpochNanos));
        for (int from = 0; from < ordered.size(); from++) {
            int to = from;
            while (to < ordered.size() && ordered.get(to).getName().equals(SLOT_WRITE)) {
                to++;
            }
            ordered.subList(from, to).sort(BY_SLOT);
        }
        return ordered;
    }
}
