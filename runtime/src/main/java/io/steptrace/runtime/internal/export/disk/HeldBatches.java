package io.steptrace.runtime.internal.export.disk;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.steptrace.runtime.internal.export.spool.HeldSums;
import io.steptrace.runtime.internal.export.spool.SpoolQueue;
import io.steptrace.runtime.internal.export.spool.SpoolQueue.Place;

/** How much of what a spool holds is on disk, and how much in memory. Not thread-safe. */
final class HeldBatches {

    private final SpoolQueue<HeldBatch> queue = new SpoolQueue<>();
    private final HeldSums inMemory = new HeldSums();
    private long spans;

    /** The order of all; what changes how much is held goes through the methods here. */
    SpoolQueue<HeldBatch> queue() {
        return queue;
    }

    /** Adds one at the place of its number. */
    void join(long number, HeldBatch held) {
        queue.join(number, held);
        count(held);
    }

    /** That in flight is held no more. */
    HeldBatch land() {
        return forgotten(queue.land());
    }

    /** That in flight is its parts from now on. */
    HeldBatch replace(List<HeldBatch> parts) {
        HeldBatch whole = forgotten(queue.replace(parts));
        parts.forEach(this::count);
        return whole;
    }

    /** One of those that wait is held no more. */
    HeldBatch drop(Place<HeldBatch> place) {
        return forgotten(queue.leave(place));
    }

    /** Drops those that wait and are such, oldest first. */
    void drop(Predicate<HeldBatch> such, Consumer<HeldBatch> dropped) {
        for (Place<HeldBatch> place : queue) {
            if (such.test(place.held())) {
                dropped.accept(drop(place));
            }
        }
    }

    /** The oldest of those that wait and are such, or null. */
    HeldBatch oldest(Predicate<HeldBatch> such) {
        for (Place<HeldBatch> place : queue) {
            if (such.test(place.held())) {
                return place.held();
            }
        }
        return null;
    }

    /** One of those in memory is on disk now. */
    void moved(HeldBatch held, StoredRecord to) {
        inMemory.remove(held.inMemory());
        held.moved(to);
    }

    /**
     * The folder was read anew: what was on disk is where it was found again.
     *
     * @param found by place; those that were held are removed from it
     * @param gone gets those that wait and were not found again; they are held no more
     */
    void foundAgain(Map<StoredRecord.Place, StoredRecord> found, Consumer<HeldBatch> gone) {
        HeldBatch inFlight = queue.inFlight();
        if (inFlight != null) {
            inFlight.isFoundIn(found);
        }
        drop(waits -> !waits.isInMemory() && !waits.isFoundIn(found), gone);
    }

    /** All in memory, oldest first, that in flight included. */
    List<HeldBatch> inMemory() {
        // most likely they are the youngest
        return queue.youngest(inMemory.batches(), HeldBatch::isInMemory);
    }

    long spans() {
        return spans;
    }

    /** How much of it is in memory. */
    HeldSums sumsInMemory() {
        return inMemory;
    }

    private HeldBatch forgotten(HeldBatch held) {
        spans -= held.spans();
        if (held.isInMemory()) {
            inMemory.remove(held.inMemory());
        }
        return held;
    }

    private void count(HeldBatch held) {
        spans += held.spans();
        if (held.isInMemory()) {
            inMemory.add(held.inMemory());
        }
    }
}
