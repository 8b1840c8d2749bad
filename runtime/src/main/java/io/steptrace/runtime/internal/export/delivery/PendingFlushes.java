package io.steptrace.runtime.internal.export.delivery;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

import io.opentelemetry.sdk.common.CompletableResultCode;

/** Flushes that wait until their batches have left the spool, bounded; thread-safe. */
final class PendingFlushes {

    private static final int MAX_WAITING = 1_000;

    private final Queue<Flush> waiting = new ArrayDeque<>();
    private boolean ended;

    /**
     * Succeeds once all batches up to this number have left the spool; fails if too many wait already, or sending
     * has ended.
     */
    CompletableResultCode until(long number) {
        CompletableResultCode result = new CompletableResultCode();
        synchronized (this) {
            if (!ended && waiting.size() < MAX_WAITING) {
                waiting.add(new Flush(number, result));
                return result;
            }
        }
        return result.fail();
    }

    /** Everything before the number has left the spool. */
    void left(long oldest) {
        Queue<CompletableResultCode> done = new ArrayDeque<>();
        synchronized (this) {
            for (Iterator<Flush> all = waiting.iterator(); all.hasNext();) {
                Flush flush = all.next();
                if (flush.number < oldest) {
                    done.add(flush.result);
                    all.remove();
                }
            }
        }
        // callbacks of the caller run outside the lock
        done.forEach(CompletableResultCode::succeed);
    }

    /** Sending has ended. */
    void end() {
        Queue<Flush> stranded;
        synchronized (this) {
            ended = true;
            stranded = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        stranded.forEach(flush -> flush.result.fail());
    }

    private record Flush(long number, CompletableResultCode result) {
    }
}
