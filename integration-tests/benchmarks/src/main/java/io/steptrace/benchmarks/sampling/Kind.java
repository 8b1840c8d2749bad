package io.steptrace.benchmarks.sampling;

import java.util.Locale;

/** What becomes of a request. All kinds have the same route. */
enum Kind {

    ORDINARY(200),
    FAILING(500),
    /** Takes 60 ms and more. */
    SLOW(200);

    /** What it is answered with. */
    final int status;

    Kind(int status) {
        this.status = status;
    }

    String page() {
        return "/mixed/" + name().toLowerCase(Locale.ROOT);
    }
}
