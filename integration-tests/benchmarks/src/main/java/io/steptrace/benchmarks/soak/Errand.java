package io.steptrace.benchmarks.soak;

import java.time.Duration;

/** What visitors come for, beside the pages whose spans are counted one by one. */
enum Errand {

    /** An answer of status 500. */
    FAILURE("/remarkable/failure", Duration.ofMillis(500), Manner.READS, true),

    /** A thread that waits, which nobody has marked. */
    DELAY("/remarkable/delay/60", Duration.ofMillis(500), Manner.READS, true),

    /** More work at once than its queue has room for. */
    CROWD("/crowd/30", Duration.ofSeconds(2), Manner.READS, false),

    /** An answer beyond what buffers hold, read bit by bit. */
    SLOW_CLIENT("/large/8192", Duration.ofSeconds(2), Manner.READS_SLOWLY, false),

    /** The same, by a client that goes away in the middle. */
    LOST_CLIENT("/large/8192", Duration.ofSeconds(4), Manner.LEAVES, false);

    /** How a visitor takes the answer. */
    enum Manner {
        READS,
        READS_SLOWLY,
        LEAVES
    }

    private final String page;
    private final Duration period;
    private final Manner manner;
    private final boolean isKept;

    Errand(String page, Duration period, Manner manner, boolean isKept) {
        this.page = page;
        this.period = period;
        this.manner = manner;
        this.isKept = isKept;
    }

    String page() {
        return page;
    }

    /** From the beginning of one to that of the next. */
    Duration period() {
        return period;
    }

    Manner manner() {
        return manner;
    }

    /** Whether a rule of the tail keeps each of its traces. */
    boolean isKept() {
        return isKept;
    }
}
