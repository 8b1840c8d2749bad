package io.steptrace.runtime.internal.export.disk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.steptrace.runtime.internal.export.disk.StoredRecord.Place;

/**
 * All batches of a spool in the order of their numbers, on disk or in memory, and which of them is in flight. Counts what they
 * hold. Not thread-safe.
 */
final class HeldBatches {

    private final Deque<Held> waiting = new ArrayDeque<>();

    private Held inFlight;
    private long spans;
    private int batchesInMemory;
    private long spansInMemory;
    private long bytesInMemory;

    /** Adds one at the place of its number. */
    void add(Held held) {
        insert(held);
        count(held, 1);
    }

    /** Those that wait, oldest first; one that is removed through it has to {@link #forget} or {@link #fly}. */
    Iterator<Held> waiting() {
        return waiting.iterator();
    }

    /** The oldest of those that wait and are such, or null. */
    Held oldest(Predicate<Held> such) {
        return waiting.stream().filter(such).findFirst().orElse(null);
    }

    /** Removes those that wait and are such, oldest first. */
    List<Held> remove(Predicate<Held> such) {
        List<Held> removed = new ArrayList<>();
        for (Iterator<Held> each = waiting.iterator(); each.hasNext();) {
            Held held = each.next();
            if (such.test(held)) {
                each.remove();
                removed.add(held);
                forget(held);
            }
        }
        return removed;
    }

    /** One that was removed from those that wait is in flight. */
    void fly(Held held) {
        inFlight = held;
    }

    /** That in flight, or null. */
    Held inFlight() {
        return inFlight;
    }

    /** @throws IllegalStateException if one is */
    void requireNoneInFlight() {
        if (inFlight != null) {
            throw new IllegalStateException("a batch is in flight");
        }
    }

    /** Ends the flight. */
    Held land() {
        if (inFlight == null) {
            throw new IllegalStateException("no batch is in flight");
        }
        Held landed = inFlight;
        inFlight = null;
        return landed;
    }

    /** One that has landed waits again, at the place of its number, before others of the same. */
    void insert(Held landed) {
        if (waiting.isEmpty() || waiting.peekLast().number() < landed.number()) {
            waiting.addLast(landed);
            return;
        }
        Deque<Held> older = new ArrayDeque<>();
        while (waiting.peekFirst().number() < landed.number()) {
            older.addFirst(waiting.pollFirst());
        }
        waiting.addFirst(landed);
        older.forEach(waiting::addFirst);
    }

    /** One that was removed from those that wait, or has landed, is held no more. */
    void forget(Held held) {
        count(held, -1);
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
     * @return those that wait and were not found again; they are held no more
     */
    List<Held> foundAgain(Map<Place, StoredRecord> found) {
        if (inFlight != null && inFlight.stored() instanceof StoredRecord stored && found.containsKey(stored.place())) {
            inFlight.moved(found.remove(stored.place()));
        }
        return remove(waits -> {
            if (waits.stored() instanceof StoredRecord stored) {
                StoredRecord again = found.remove(stored.place());
                waits.moved(again == null ? stored : again);
                return again == null;
            }
            return false;
        });
    }

    /** All in memory, oldest first, that in flight included. */
    List<Held> inMemory() {
        List<Held> found = new ArrayList<>(batchesInMemory);
        boolean flies = inFlight != null && inFlight.isInMemory();
        // most likely they are the youngest
        for (Iterator<Held> each = waiting.descendingIterator(); found.size() < batchesInMemory - (flies ? 1 : 0);) {
            Held held = each.next();
            if (held.isInMemory()) {
                found.add(held);
            }
        }
        if (flies) {
            found.add(inFlight);
        }
        Collections.reverse(found);
        return found;
    }

    /** The number of the oldest; the largest {@code long} if there is none. */
    long oldestNumber() {
        long waits = waiting.isEmpty() ? Long.MAX_VALUE : waiting.peekFirst().number();
        return inFlight == null ? waits : Math.min(inFlight.number(), waits);
    }

    int batches() {
        return waiting.size() + (inFlight == null ? 0 : 1);
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

    private void count(Held held, int sign) {
        spans += (long) sign * held.spans();
        if (held.stored() instanceof HeapRecord record) {
            batchesInMemory += sign;
            spansInMemory += (long) sign * record.spans();
            bytesInMemory += sign * record.size();
        }
    }
}
