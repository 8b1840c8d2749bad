package io.steptrace.runtime.internal.export.spool;

import java.util.List;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.SpoolFill;

/**
 * The bounded place where batches wait for their collector, oldest first; thread-safe. Any thread offers, one thread
 * takes. Whatever has to be dropped goes to the {@link LossListener} and is never thrown.
 */
public interface Spool extends AutoCloseable {

    /** What {@link #oldest} answers when nothing is held. */
    long NONE = Long.MAX_VALUE;

    /**
     * Accepts a batch. Where room is short, the oldest ones that are not in flight are dropped; a batch that fits nowhere is
     * dropped itself.
     *
     * @return the number of the batch; numbers rise
     */
    long offer(Batch batch);

    /**
     * Puts the oldest batch that can be had in flight, where it stays until it is settled or put back.
     *
     * @return the batch, or null if nothing waits or what waits cannot be had at the moment
     * @throws IllegalStateException if another batch is in flight
     */
    Batch take();

    /**
     * Puts a younger batch in flight, although the oldest is not delivered: the one behind so many that wait, or the
     * youngest of all if there are fewer.
     *
     * @param skipped at least 1
     * @return the batch, or null if no more than one waits or what waits cannot be had at the moment
     * @throws IllegalStateException if another batch is in flight
     */
    Batch takeBehind(int skipped);

    /**
     * The batch in flight gives its place to these, which have its number and are what is left of it. Where they need more room
     * than there is, the oldest of all are dropped.
     *
     * @param parts in their order
     * @throws IllegalStateException if no batch is in flight
     */
    void replace(List<Batch> parts);

    /**
     * Forgets the batch in flight: it was delivered, or is lost for good.
     *
     * @throws IllegalStateException if no batch is in flight
     */
    void settle();

    /**
     * The batch in flight waits again, at its place.
     *
     * @throws IllegalStateException if no batch is in flight
     */
    void putBack();

    /** The number of the oldest batch held, that in flight included, or {@link #NONE}. */
    long oldest();

    /** What is held at this moment. */
    SpoolFill fill();

    /** Where batches are held at the moment: {@code memory} or {@code disk}. Never blocks. */
    String medium();

    /** Why a batch cannot be held where it belongs, or not be had from there, in a few words; null if it can. Never blocks. */
    default String refusal() {
        return null;
    }

    /**
     * Releases files and locks. What is on disk stays there, and is all that is held from now on; the rest is lost, a batch in
     * flight included, whose end means nothing any more. Closing twice is harmless.
     */
    @Override
    void close();
}
