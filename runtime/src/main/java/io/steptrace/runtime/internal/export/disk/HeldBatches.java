package io.steptrace.runtime.internal.export.disk;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.steptrace.runtime.internal.export.Line;
import io.steptrace.runtime.internal.export.Line.Place;

/** How much of what stands in a line is on disk, and how much in memory. Not thread-safe. */
final class HeldBatches {

    private final Line<Held> line = new Line<>();

    private long spans;
    private int batchesInMemory;
    private long spansInMemory;
    private long bytesInMemory;

    /** The order of all; what changes how much is held goes through the methods here. */
    Line<Held> line() {
        return line;
    }

    /** Adds one at the place of its number. */
    void join(long number, Held held) {
        line.join(number, held);
        count(held, 1);
    }

    /** That in flight is held no more. */
    Held land() {
        return forgotten(line.land());
    }

    /** That in flight is its parts from now on. */
    Held replace(List<Held> parts) {
        Held whole = forgotten(line.replace(parts));
        for (Held part : parts) {
            count(part, 1);
        }
        return whole;
    }

    /** One of those that wait is held no more. */
    Held drop(Place<Held> place) {
        return forgotten(line.leave(place));
    }

    /** Drops those that wait and are such, oldest first. */
    void drop(Predicate<Held> such, Consumer<Held> dropped) {
        for (Place<Held> place : line) {
            if (such.test(place.held())) {
                dropped.accept(drop(place));
            }
        }
    }

    /** The oldest of those that wait and are such, or null. */
    Held oldest(Predicate<Held> such) {
        for (Place<Held> place : line) {
            if (such.test(place.held())) {
                return place.held();
            }
        }
        return null;
    }

    /** One of those in memory is on disk now. */
    void moved(Held held, StoredRecord to) {
        count(held, -1);
        held.moved(to);
        count(held, 1);
    }

    /**
     * The folder was read anew: what was on disk is where it was found again.
     *
     * @param found by place; those that were held are removed from it
     * @param gone gets those that wait and were not found again; they are held no more
     */
    void foundAgain(Map<StoredRecord.Place, StoredRecord> found, Consumer<Held> gone) {
        Held inFlight = line.inFlight();
        if (inFlight != null) {
            inFlight.isFoundIn(found);
        }
        drop(waits -> !waits.isInMemory() && !waits.isFoundIn(found), gone);
    }

    /** All in memory, oldest first, that in flight included. */
    List<Held> inMemory() {
        // most likely they are the youngest
        return line.youngest(batchesInMemory, Held::isInMemory);
    }

    long spans() {
        return spans;
    }

    long spansInMemory() {
        return spansInMemory;
    }

    long bytesInMemory() {
        return bytesInMemory;
    }

    private Held forgotten(Held held) {
        count(held, -1);
        return held;
    }

    private void count(Held held, int sign) {
        spans += (long) sign * held.spans();
        if (held.stored() instanceof HeapRecord record) {
            batchesInMemory += sign;
            spansInMemory += (long) sign * record.spans();
            bytesInMemory += sign * record.size();
        }
    }
}
