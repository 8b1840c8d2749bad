package io.steptrace.runtime.internal.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The order of a spool: what waits, by the number it was accepted with, and what is in flight. Not thread-safe.
 *
 * @param <T> how the spool holds a batch
 */
public final class Line<T> implements Iterable<Line.Place<T>> {

    private final Deque<Place<T>> waiting = new ArrayDeque<>();
    private Place<T> inFlight;

    /** @param number greater than all so far */
    public void join(long number, T held) {
        waiting.addLast(new Place<>(number, held));
    }

    /**
     * The oldest is in flight from now on, until it {@link #land lands} or is {@link #putBack put back}.
     *
     * @return null if nothing waits
     */
    public T take() {
        requireNoneInFlight();
        inFlight = waiting.pollFirst();
        return inFlight == null ? null : inFlight.held;
    }

    /** As {@link #take()}, with one behind the oldest; {@link Spool#takeBehind}. */
    public T takeBehind(int skipped) {
        requireNoneInFlight();
        Deque<Place<T>> passed = new ArrayDeque<>();
        while (passed.size() < skipped && waiting.size() > 1) {
            passed.addLast(waiting.pollFirst());
        }
        inFlight = passed.isEmpty() ? null : waiting.pollFirst();
        passed.descendingIterator().forEachRemaining(waiting::addFirst);
        return inFlight == null ? null : inFlight.held;
    }

    /** What is in flight stands here no more. */
    public T land() {
        return landed().held;
    }

    /** What is in flight waits again, at its place. */
    public void putBack() {
        insert(landed());
    }

    /** What is in flight gives its place and number to its parts. */
    public void replace(List<T> parts) {
        long number = landed().number;
        for (int i = parts.size() - 1; i >= 0; i--) {
            insert(new Place<>(number, parts.get(i)));
        }
    }

    /** What has waited longest; null if nothing waits. It waits no more. */
    public T leave() {
        Place<T> oldest = waiting.pollFirst();
        return oldest == null ? null : oldest.held;
    }

    /** Null if nothing is in flight. */
    public T inFlight() {
        return inFlight == null ? null : inFlight.held;
    }

    /** The number of the oldest, that in flight included, or {@link Spool#NONE}. */
    public long oldest() {
        long oldestWaiting = waiting.isEmpty() ? Spool.NONE : waiting.peekFirst().number;
        return inFlight == null ? oldestWaiting : Math.min(inFlight.number, oldestWaiting);
    }

    /** All, that in flight included. */
    public int size() {
        return waiting.size() + (inFlight == null ? 0 : 1);
    }

    /** Those that wait, oldest first; removing is allowed. */
    @Override
    public Iterator<Place<T>> iterator() {
        return waiting.iterator();
    }

    private void insert(Place<T> place) {
        Deque<Place<T>> older = new ArrayDeque<>();
        while (!waiting.isEmpty() && waiting.peekFirst().number < place.number) {
            older.addLast(waiting.pollFirst());
        }
        waiting.addFirst(place);
        older.descendingIterator().forEachRemaining(waiting::addFirst);
    }

    private Place<T> landed() {
        if (inFlight == null) {
            throw new IllegalStateException("no batch is in flight");
        }
        Place<T> landed = inFlight;
        inFlight = null;
        return landed;
    }

    private void requireNoneInFlight() {
        if (inFlight != null) {
            throw new IllegalStateException("a batch is in flight");
        }
    }

    /**
     * A place in the line.
     *
     * @param number by which places are ordered; parts of one batch share it
     */
    public record Place<T>(long number, T held) {
    }
}
