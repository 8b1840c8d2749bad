package io.steptrace.test.misbehaving;

import java.util.Random;

/** What code of an application does that is asked for something it should only say. */
enum Trouble {

    NONE(() -> {
    }),
    ASSERTION(() -> {
        throw new AssertionError("trouble");
    }),
    EXCEPTION(() -> {
        throw new IllegalStateException("trouble");
    }),
    OVERFLOW(() -> overflow(0)),
    OUT_OF_MEMORY(() -> {
        throw new OutOfMemoryError("trouble");
    }),
    LINKAGE(() -> {
        throw new NoClassDefFoundError("trouble");
    });

    private final Runnable trouble;

    Trouble(Runnable trouble) {
        this.trouble = trouble;
    }

    static Trouble any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    void make() {
        trouble.run();
    }

    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }
}
