package io.steptrace.dev.assistant;

import java.util.List;

import io.steptrace.dev.answer.TraceLine;
import io.steptrace.runtime.internal.verdict.Verdict;
import io.steptrace.runtime.internal.verdict.VerdictText;
import io.steptrace.runtime.internal.verdict.WaitedFor;

/**
 * A request or job in one sentence.
 *
 * @param traceId by which more is asked of it
 * @param status the HTTP status; else {@code ERROR}, or empty
 * @param verdict where its time went, in milliseconds
 */
public record SlowRequest(String traceId, String name, String status, String verdict) {

    /** @param line one of the list */
    public static SlowRequest of(TraceLine line) {
        List<WaitedFor> waits = line.waits().stream().map(wait -> new WaitedFor(wait.cause(), wait.nanos())).toList();
        long waitingNanos = line.lengthNanos() - line.workingNanos() - line.unknownNanos();
        return new SlowRequest(line.id(), line.name(), line.status(),
                VerdictText.of(new Verdict(line.workingNanos(), waitingNanos, line.unknownNanos(), waits)));
    }
}
