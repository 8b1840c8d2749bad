package io.steptrace.benchmarks.sampling;

/** How many traces of a kind have arrived, of how many there were. */
record Share(long arrived, long made) {

    Share minus(Share part) {
        return new Share(arrived - part.arrived, made - part.made);
    }

    Share plus(Share more) {
        return new Share(arrived + more.arrived, made + more.made);
    }

    long lost() {
        return made - arrived;
    }

    double percent() {
        return 100.0 * arrived / made;
    }
}
