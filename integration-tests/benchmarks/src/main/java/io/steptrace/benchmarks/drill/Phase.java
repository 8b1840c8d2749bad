package io.steptrace.benchmarks.drill;

/** The parts of an outage drill whose answers are compared. */
enum Phase {
    HEALTHY,
    OUTAGE,
    RECOVERY
}
