package io.steptrace.runtime.internal.export.disk;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.steptrace.runtime.internal.export.spool.SpoolQueue;
import io.steptrace.runtime.internal.export.spool.SpoolQueue.Place;

/** How much of what stands in a line is on disk, and how much in memory. Not thread-safe. */
final class HeldBatches {

    private final SpoolQueue<HeldBatch> line = new SpoolQueue<>();

    private long spans;
    private int batchesInMemory;
    private long spansInMemory;
    private long bytesInMemory;

    /** The order of all; what changes how much is held goes through the methods here. */
    SpoolQueue<HeldBatch> line() {
        return line;
    }

    /** Adds one at the place of its number. */
    void join(long number, HeldBatch held) {
        line.join(number, held);
        count(held, 1);
    }

    /** That in flight is held no more. */
    HeldBatch land() {
        return forgotten(line.land());
    }

    /** That in flight is its parts from now on. */
    HeldBatch replace(List<HeldBatch> parts) {
        HeldBatch whole = forgotten(line.replace(parts));
        for (HeldBatch part : parts) {
            count(part, 1);
        }
        return whole;
    }

    /** One of those that wait is held no more. */
    HeldBatch drop(Place<HeldBatch> place) {
        return forgotten(line.leave(place));
    }

    /** Drops those that wait and are such, oldest first. */
    void drop(Predicate<HeldBatch> such, Consumer<HeldBatch> dropped) {
        for (Place<HeldBatch> place : line) {
            if (such.test(place.held())) {
                dropped.accept(drop(place));
            }
        }
    }

    /** The oldest of those that wait and are such, or null. */
    HeldBatch oldest(Predicate<HeldBatch> such) {
        for (Place<HeldBatch> place : line) {
            if (such.test(place.held())) {
                return place.held();
            }
        }
        return null;
    }

    /** One of those in memory is on disk now. */
    void moved(HeldBatch held, StoredRecord to) {
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
    void foundAgain(Map<StoredRecord.Place, StoredRecord> found, Consumer<HeldBatch> gone) {
        HeldBatch inFlight = line.inFlight();
        if (inFlight != null) {
            inFlight.isFoundIn(found);
        }
        drop(waits -> !waits.isInMemory() && !waits.isFoundIn(found), gone);
    }

    /** All in memory, oldest first, that in flight included. */
    List<HeldBatch> inMemory() {
        // most likely they are the youngest
        return line.youngest(batchesInMemory, HeldBatch::isInMemory);
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

    private HeldBatch forgotten(HeldBatch held) {
        count(held, -1);
        return held;
    }

    private void count(HeldBatch held, int sign) {
        spans += (long) sign * held.spans();
        if (held.stored() instanceof HeapRecord record) {
            batchesInMemory += sign;
            spansInMemory += (long) sign * record.spans();
            bytesInMemory += sign * record.size();
        }
    }
}
