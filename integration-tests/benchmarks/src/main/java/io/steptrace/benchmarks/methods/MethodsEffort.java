package io.steptrace.benchmarks.methods;

/** How often to build and start each contestant: to be sure, or to have a first look. */
enum MethodsEffort {

    FULL(7, 24),
    QUICK(3, 8);

    /** Of either, first: they fill the caches of the machine, and nobody counts them. */
    static final int WARMUPS = 1;

    final int builds;
    final int starts;

    MethodsEffort(int builds, int starts) {
        this.builds = builds;
        this.starts = starts;
    }

    /** @param word {@code quick}; anything else is the full measure */
    static MethodsEffort of(String word) {
        return word.equals("quick") ? QUICK : FULL;
    }
}
