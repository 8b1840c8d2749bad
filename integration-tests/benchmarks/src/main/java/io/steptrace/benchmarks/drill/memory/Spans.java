package io.steptrace.benchmarks.drill.memory;

/** The spans that are made while the collector takes none: one a request, and that of the request. */
enum Spans {

    SMALL(0, 20_000, "20000 small"),
    LARGE(20_000, 6_000, "6000 of 20 KB"),
    HUGE(200_000, 800, "800 of 200 KB");

    /** Of an attribute of each. */
    final int bytes;
    final int requests;
    private final String label;

    Spans(int bytes, int requests, String label) {
        this.bytes = bytes;
        this.requests = requests;
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
