package io.steptrace.runtime.internal.stats;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Things in the order in which they came. To add one costs as much as a counter, whatever the number of them, and so does to
 * take one away, be it in the middle. Thread-safe and lock-free; an iteration sees what is there when it comes by.
 * <p>
 * They stand in blocks, each of which goes with the last of its things: one that stays for long holds a block, and nothing
 * else.
 *
 * @param <T> what stands here, once each
 */
public final class ArrivalOrder<T> implements Iterable<T> {

    static final int BLOCK = 64;

    private final AtomicLong arrived = new AtomicLong();
    private final ConcurrentNavigableMap<Long, Block<T>> blocks = new ConcurrentSkipListMap<>();
    /** Mostly the one that is asked for. */
    private volatile Block<T> recent = new Block<>(-1);

    /** Puts a thing behind all others; its place is what {@link #remove} wants to know. */
    public long add(T thing) {
        long place = arrived.getAndIncrement();
        Block<T> block = recent;
        if (!block.has(place)) {
            block = blocks.computeIfAbsent(place / BLOCK, Block::new);
            recent = block;
        }
        block.things.set(indexOf(place), thing);
        return place;
    }

    /** Takes the thing away that stands at this place, and has not been taken yet. */
    public void remove(long place) {
        Block<T> known = recent;
        Block<T> block = known.has(place) ? known : blocks.get(place / BLOCK);
        block.things.set(indexOf(place), null);
        if (block.toLeave.decrementAndGet() == 0) {
            blocks.remove(block.number);
        }
    }

    private static int indexOf(long place) {
        return (int) (place % BLOCK);
    }

    @Override
    public Iterator<T> iterator() {
        return blocks.values().stream().flatMap(block -> block.present().stream()).iterator();
    }

    /** How many blocks there are. */
    int blocks() {
        return blocks.size();
    }

    private static final class Block<T> {

        final long number;
        final AtomicReferenceArray<T> things = new AtomicReferenceArray<>(BLOCK);
        /** How many of its things have still to leave, of which some may have still to come. */
        final AtomicInteger toLeave = new AtomicInteger(BLOCK);

        Block(long number) {
            this.number = number;
        }

        boolean has(long place) {
            return place / BLOCK == number;
        }

        List<T> present() {
            List<T> present = new ArrayList<>();
            for (int i = 0; i < BLOCK; i++) {
                T thing = things.get(i);
                if (thing != null) {
                    present.add(thing);
                }
            }
            return present;
        }
    }
}
