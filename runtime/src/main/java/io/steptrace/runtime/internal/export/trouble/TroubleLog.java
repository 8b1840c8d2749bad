package io.steptrace.runtime.internal.export.trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportTally;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.text.DurationText;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Says what an operator has to know, and no more: one line for each transition of the circuit breaker, and at most one
 * summary a minute while there is trouble; thread-safe. Trouble begins with a failed attempt or a loss, and ends when all
 * that was held has been delivered and all losses have been logged.
 */
public final class TroubleLog implements Trouble {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final Clock clock;
    private final String target;
    private final ExportTally tally;
    private final Supplier<SpoolFill> fill;

    private Instant since;
    private String cause;
    private long begun;
    private long nextSummary;
    private long nextRejection;
    private long nextRefusal;
    private String loggedRefusal;
    private long loggedLost;
    private String loggedMessage;

    public TroubleLog(Logger log, Clock clock, String target, ExportTally tally, Supplier<SpoolFill> fill) {
        this.log = log;
        this.clock = clock;
        this.target = target;
        this.tally = tally;
        this.fill = fill;
        this.nextSummary = clock.nanoTime();
        this.nextRejection = nextSummary;
        this.nextRefusal = nextSummary;
    }

    /** {@inheritDoc} The cause is named in the next line. */
    @Override
    public synchronized void failed(String why) {
        cause = why;
        begin();
    }

    @Override
    public synchronized void settled() {
        if (since != null && fill.get().batches() == 0 && tally.lostInAll() == loggedLost) {
            since = null;
        }
    }

    /** {@inheritDoc} The same words are logged once, different ones at most every minute. */
    @Override
    public synchronized void remarked(PartialSuccess answer) {
        String message = answer.message() == null ? "no reason given" : answer.message();
        if (clock.nanoTime() - nextRejection >= 0 && !message.equals(loggedMessage)) {
            nextRejection = clock.nanoTime() + MINUTE;
            loggedMessage = message;
            log.warnf("Trace export to %s: a request was accepted, but for %d of its spans: %s", target,
                    answer.rejectedSpans(), message);
        }
    }

    @Override
    public synchronized void breaker(BreakerState state, Duration resetTimeout) {
        SpoolFill held = fill.get();
        switch (state) {
            case OPEN -> {
                begin();
                log.warnf("Trace export to %s: circuit breaker open (%s), next trial in %s; %d spans spooled", target, cause,
                        DurationText.of(resetTimeout), held.spans());
            }
            case HALF_OPEN -> log.infof("Trace export to %s: circuit breaker half-open, one trial; %d spans spooled", target,
                    held.spans());
            case CLOSED -> log.infof("Trace export to %s: circuit breaker closed, %d spans spooled are being sent", target,
                    held.spans());
        }
    }

    /**
     * Logs a summary if one is due: for a loss at once, for other trouble after a minute, but never two within a minute.
     *
     * @return when to call again, if nothing else happens before; null if there is no trouble
     */
    @Override
    public synchronized Duration report() {
        long lost = tally.lostInAll();
        if (lost > loggedLost) {
            begin();
        }
        if (since == null) {
            return null;
        }
        long now = clock.nanoTime();
        long wait = lost > loggedLost ? nextSummary - now : Math.max(nextSummary - now, begun + MINUTE - now);
        if (wait > 0) {
            return Duration.ofNanos(wait);
        }
        nextSummary = now + MINUTE;
        logSummary(lost);
        return since == null ? null : Duration.ofNanos(MINUTE);
    }

    /** The folder of the spool cannot be used, or can again: a line each, but the next pair a minute later at the earliest. */
    @Override
    public synchronized void refused(String why) {
        if (why != null && loggedRefusal == null && clock.nanoTime() - nextRefusal >= 0) {
            loggedRefusal = why;
            log.warnf("Trace export to %s: the spool's folder cannot be used (%s), what it does not take waits in memory;"
                    + " %d spans spooled", target, why, fill.get().spans());
        } else if (why == null && loggedRefusal != null) {
            loggedRefusal = null;
            nextRefusal = clock.nanoTime() + MINUTE;
            log.infof("Trace export to %s: the spool's folder is used again; %d spans spooled", target, fill.get().spans());
        }
    }

    /** The last words at the end of the process: what is left behind. */
    @Override
    public synchronized void leftBehind(long keptSpans, long lostSpans) {
        String kept = keptSpans == 0 ? "" : keptSpans + " spans kept on disk for the next start";
        String lost = lostSpans == 0 ? "" : lostSpans + " spans lost";
        if (keptSpans + lostSpans > 0) {
            log.warnf("Trace export to %s ends: %s%s%s", target, kept, kept.isEmpty() || lost.isEmpty() ? "" : ", ", lost);
        }
    }

    private void logSummary(long lost) {
        SpoolFill held = fill.get();
        Map<String, Long> reasons = tally.lost();
        log.warnf("Trace export to %s in trouble since %s%s: %d spans spooled, %d lost since the start%s", target, since,
                cause == null ? "" : " (" + cause + ")", held.spans(), lost, reasons.isEmpty() ? "" : " " + reasons);
        loggedLost = lost;
        if (held.batches() == 0) {
            since = null;
        }
    }

    private void begin() {
        if (since == null) {
            since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            begun = clock.nanoTime();
        }
    }
}
