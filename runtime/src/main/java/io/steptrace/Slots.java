package io.steptrace;

import java.util.NoSuchElementException;
import java.util.Optional;

/** The results of a {@link Need}, handed to its continuation; thread-safe. */
public interface Slots {

    /**
     * The result of a required effect.
     *
     * @param slot the slot it was put into
     * @param <T> the type of the result
     * @return the result, never {@code null}
     * @throws NoSuchElementException if the slot is empty: its effect failed, was cancelled, has not ended, or had the result
     *         {@code null}; the message names the slot
     */
    <T> T get(Slot<T> slot);

    /**
     * The result of an effect that may have none.
     *
     * @param slot the slot it was put into
     * @param <T> the type of the result
     * @return the result, or empty as {@link #get} would throw
     */
    <T> Optional<T> find(Slot<T> slot);

    /**
     * Puts a value into a slot, in place of the one that is there.
     *
     * @param slot any slot, of the need or not
     * @param value the value; {@code null} empties the slot
     * @param <T> the type of the value
     */
    <T> void put(Slot<T> slot, T value);
}
