package io.steptrace.dev.advice;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What came in the last minute, and not more of it than so many; thread-safe. */
public final class LastMinute<T> {

    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private record Entry<T>(long atNanos, T entry) {
    }

    private final int max;
    private final LongSupplier nanoTime;
    private final Deque<Entry<T>> entries = new ArrayDeque<>();

    /** @param nanoTime a clock that never goes back */
    public LastMinute(int max, LongSupplier nanoTime) {
        this.max = max;
        this.nanoTime = nanoTime;
    }

    public synchronized void add(Collection<T> more) {
        more.forEach(each -> entries.add(new Entry<>(nanoTime.getAsLong(), each)));
        forget();
    }

    /** In the order of coming. */
    public synchronized List<T> list() {
        forget();
        return entries.stream().map(Entry::entry).toList();
    }

    private void forget() {
        long sinceNanos = nanoTime.getAsLong() - MINUTE_NANOS;
        while (entries.size() > max || !entries.isEmpty() && entries.peek().atNanos() - sinceNanos < 0) {
            entries.remove();
        }
    }
}
