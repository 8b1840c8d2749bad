package io.steptrace.fleet;

import java.time.Duration;

/** How much of it: little in a build, and what {@code run.sh} was asked for. */
final class Scale {

    private Scale() {
    }

    /** How long there is load before a Collector is killed. */
    static int secondsBefore() {
        return Integer.getInteger("fleet.kill-after", 6);
    }

    /** How long there is load after it is back. */
    static int secondsAfter() {
        return Integer.getInteger("fleet.seconds", 14) - secondsBefore() - secondsDown();
    }

    /** How long the killed one is away. */
    static int secondsDown() {
        return Integer.getInteger("fleet.down", 2);
    }

    /** How long the second tier waits for the other spans of a trace. */
    static Duration decisionWait() {
        return Duration.ofSeconds(Integer.getInteger("fleet.decision-wait", 8));
    }

    /** Requests a second, of which each is some ten spans. */
    static int requestsPerSecond() {
        return Integer.getInteger("fleet.requests", 20);
    }

    /** How many spans go through it, if many are to. */
    static int spans() {
        return Integer.getInteger("fleet.spans", 0);
    }
}
