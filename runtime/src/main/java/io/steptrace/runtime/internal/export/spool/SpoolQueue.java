package io.steptrace.runtime.internal.export.spool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * The order of a spool, by the numbers its batches were accepted with, and which of them is in flight. That one keeps
 * its place, so that neither its flight nor its return takes memory. What does take memory fails before anything has
 * changed. Not thread-safe.
 *
 * @param <T> how the spool holds a batch
 */
public final class SpoolQueue<T> implements Iterable<SpoolQueue.Place<T>> {

    /** Older than the oldest and younger than the youngest. */
    private final Place<T> ends = new Place<>(Spool.NONE, null);

    private Place<T> inFlight;
    private int size;

    /** An empty one. */
    public SpoolQueue() {
        ends.older = ends;
        ends.younger = ends;
    }

    /** Adds one behind all whose number is not greater. */
    public void join(long number, T held) {
        Place<T> place = new Place<>(number, held);
        Place<T> older = ends.older;
        while (older != ends && older.number > number) {
            older = older.older;
        }
        link(place, older);
    }

    /** The oldest that waits; null if none does. */
    public Place<T> oldestWaiting() {
        return waitingAfter(ends);
    }

    /** That behind so many that wait, or the youngest; null if no more than one waits. */
    public Place<T> waitingBehind(int skipped) {
        Place<T> oldest = oldestWaiting();
        Place<T> behind = oldest;
        for (int passed = 0; passed < skipped && behind != null && waitingAfter(behind) != null; passed++) {
            behind = waitingAfter(behind);
        }
        return behind == oldest ? null : behind;
    }

    /**
     * One of those that wait is in flight from now on, until it {@link #land lands}, is {@link #putBack put back} or
     * {@link #replace replaced}.
     *
     * @param place may be null; then nothing happens
     * @return what is held there, or null
     */
    public T take(Place<T> place) {
        requireNoneInFlight();
        inFlight = place;
        return inFlight();
    }

    /** @throws IllegalStateException if one is */
    public void requireNoneInFlight() {
        if (inFlight != null) {
            throw new IllegalStateException("a batch is in flight");
        }
    }

    /** Null if nothing is in flight. */
    public T inFlight() {
        return inFlight == null ? null : inFlight.held;
    }

    /** What is in flight stands here no more. */
    public T land() {
        Place<T> landed = requireInFlight();
        inFlight = null;
        return leave(landed);
    }

    /** What is in flight waits again. */
    public void putBack() {
        requireInFlight();
        inFlight = null;
    }

    /**
     * What is in flight gives its place and number to its parts.
     *
     * @return what was in flight
     */
    public T replace(List<T> parts) {
        Place<T> whole = requireInFlight();
        List<Place<T>> places = parts.stream().map(part -> new Place<>(whole.number, part)).toList();
        for (Place<T> place : places) {
            link(place, whole.older);
        }
        return land();
    }

    /** One of those that wait stands here no more. */
    public T leave(Place<T> place) {
        place.older.younger = place.younger;
        place.younger.older = place.older;
        size--;
        return place.held;
    }

    /** The number of the oldest, that in flight included, or {@link Spool#NONE}. */
    public long oldestNumber() {
        return ends.younger.number;
    }

    /** All, that in flight included. */
    public int size() {
        return size;
    }

    /** Those that wait, oldest first. The place it has come to may leave. */
    @Override
    public Iterator<Place<T>> iterator() {
        return new Iterator<>() {

            private Place<T> last = ends;

            @Override
            public boolean hasNext() {
                return waitingAfter(last) != null;
            }

            @Override
            public Place<T> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                last = waitingAfter(last);
                return last;
            }
        };
    }

    /** So many of the youngest that are such, that in flight included; oldest first. */
    public List<T> youngest(int count, Predicate<T> such) {
        List<T> found = new ArrayList<>(count);
        for (Place<T> place = ends.older; found.size() < count && place != ends; place = place.older) {
            if (such.test(place.held)) {
                found.add(place.held);
            }
        }
        Collections.reverse(found);
        return found;
    }

    private Place<T> waitingAfter(Place<T> place) {
        Place<T> next = place.younger == inFlight ? inFlight.younger : place.younger;
        return next == ends ? null : next;
    }

    private void link(Place<T> place, Place<T> older) {
        place.older = older;
        place.younger = older.younger;
        place.younger.older = place;
        older.younger = place;
        size++;
    }

    private Place<T> requireInFlight() {
        if (inFlight == null) {
            throw new IllegalStateException("no batch is in flight");
        }
        return inFlight;
    }

    /**
     * A place in the line; parts of one batch share its number.
     *
     * @param <T> how the spool holds a batch
     */
    public static final class Place<T> {

        private final long number;
        private final T held;
        private Place<T> older;
        private Place<T> younger;

        private Place(long number, T held) {
            this.number = number;
            this.held = held;
        }

        /** What is held here. */
        public T held() {
            return held;
        }
    }
}
