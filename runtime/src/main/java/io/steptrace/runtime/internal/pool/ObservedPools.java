package io.steptrace.runtime.internal.pool;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/** The pools that are observed, as long as they are in use by anything else; thread-safe. */
public final class ObservedPools {

    private static final Set<PoolGauge> KNOWN = Collections.newSetFromMap(new WeakHashMap<>());

    private ObservedPools() {
    }

    static void add(PoolGauge pool) {
        synchronized (KNOWN) {
            KNOWN.add(pool);
        }
    }

    static void remove(PoolGauge pool) {
        synchronized (KNOWN) {
            KNOWN.remove(pool);
        }
    }

    public static List<PoolGauge> list() {
        synchronized (KNOWN) {
            return List.copyOf(KNOWN);
        }
    }
}
