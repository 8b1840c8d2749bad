package io.steptrace.runtime.internal.stats;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Values that are made when their key is first asked for, as many as a bound allows; keys beyond share a value. Thread-safe,
 * and lock-free for keys that are known.
 *
 * @param <K> what comes from outside, and so in any number
 * @param <V> what is kept for a key
 */
public final class BoundedMap<K, V> {

    /** The usual name of what all beyond the bound share. */
    public static final String OTHER = "other";

    private final Map<K, V> values = new ConcurrentHashMap<>();
    private final int maxKeys;
    private final UnaryOperator<K> beyond;
    private final Function<K, V> make;

    /** @param beyond the key that another one shares if it is beyond the bound */
    public BoundedMap(int maxKeys, UnaryOperator<K> beyond, Function<K, V> make) {
        this.maxKeys = maxKeys;
        this.beyond = beyond;
        this.make = make;
    }

    /** The value of a key, its own or the shared one. */
    public V get(K key) {
        V known = values.get(key);
        if (known != null) {
            return known;
        }
        // a few more may slip in at the same moment
        return values.computeIfAbsent(values.size() < maxKeys ? key : beyond.apply(key), make);
    }

    /** All that is known so far; it cannot be changed, but goes on to change. */
    public Map<K, V> known() {
        return Collections.unmodifiableMap(values);
    }
}
