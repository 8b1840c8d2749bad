package io.steptrace.runtime.internal.need;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.steptrace.Slot;
import io.steptrace.Slots;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.PayloadSize;
import io.steptrace.runtime.internal.work.Work;

/** The results of a need so far. */
final class SlotValues implements Slots {

    private final Map<Slot<?>, Object> values = new ConcurrentHashMap<>();

    @Override
    public <T> T get(Slot<T> slot) {
        return find(slot).orElseThrow(() -> new NoSuchElementException("empty slot: " + slot.name()
                + " - its effect has not succeeded, or had no result; ask with find() where that may be"));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Slot<T> slot) {
        return Optional.ofNullable((T) values.get(slot));
    }

    @Override
    public <T> void put(Slot<T> slot, T value) {
        write(slot, value, CarriedContext.currentWork());
    }

    /** @param work the work that records it; {@code null} for none */
    void write(Slot<?> slot, Object value, Work work) {
        if (value == null) {
            values.remove(slot);
            return;
        }
        values.put(slot, value);
        if (work != null) {
            BrokenTelemetry.guard(() -> work.slotWritten(slot.name(), PayloadSize.bytesOf(value)));
        }
    }
}
