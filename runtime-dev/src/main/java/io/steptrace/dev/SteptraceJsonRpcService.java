package io.steptrace.dev;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;
import io.smallrye.mutiny.Multi;
import io.steptrace.dev.answer.Advice;
import io.steptrace.dev.answer.Now;
import io.steptrace.dev.answer.QueueNow;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;
import io.steptrace.dev.assistant.Explanation;
import io.steptrace.dev.assistant.QueuesNow;
import io.steptrace.dev.assistant.SlowRequest;
import io.steptrace.dev.assistant.StuckNow;
import io.steptrace.dev.assistant.WhySlow;
import io.steptrace.dev.finished.DevTraces;
import io.steptrace.dev.now.ThisMoment;

/** The only source of the pages in the Dev UI; each public method is one of JSON-RPC, and those described a tool. */
public class SteptraceJsonRpcService {

    private static final int MAX_SLOWEST = 10;

    private final DevTraces traces;
    private final ThisMoment moment;

    public SteptraceJsonRpcService(DevTraces traces, ThisMoment moment) {
        this.traces = traces;
        this.moment = moment;
    }

    /** The newest first. */
    public List<TraceLine> traces() {
        return traces.ring().lines();
    }

    /** How many traces are held at most. */
    public int maxTraces() {
        return traces.maxTraces();
    }

    /** Each trace from now on. */
    public Multi<TraceLine> streamTraces() {
        return traces.finished().map(TraceDetail::line);
    }

    /** Each trace from now on as the console draws it. */
    public Multi<String> streamTrees() {
        return traces.finished().map(TraceDetail::text);
    }

    /** Forgets all traces; true. */
    public boolean clear() {
        traces.ring().clear();
        return true;
    }

    /** The trace of this id; null if it is not held any longer. */
    public TraceDetail trace(String traceId) {
        return traces.ring().find(traceId);
    }

    public Now now() {
        return moment.now();
    }

    /** On queues, pools and routes, of what was seen in the last minute. */
    public List<Advice> advice() {
        List<Advice> advice = new ArrayList<>();
        for (QueueNow queue : moment.queues()) {
            if (queue.advice() != null) {
                advice.add(new Advice("queue " + queue.name(), queue.advice()));
            }
        }
        advice.addAll(traces.recent().onRequests().list());
        return advice;
    }

    /** The slowest first. */
    @JsonRpcDescription("Lists the ten slowest of the requests and jobs this application has finished lately, the slowest first,"
            + " each with one sentence on where its time went, in milliseconds: working, waiting and for what, or unknown")
    @DevMCPEnableByDefault
    public List<SlowRequest> slowestRequests() {
        return traces.ring().lines().stream().sorted(Comparator.comparingLong(TraceLine::lengthNanos).reversed())
                .limit(MAX_SLOWEST).map(SlowRequest::of).toList();
    }

    /** Null if the trace is not held any longer. */
    @JsonRpcDescription("Explains why one request or job was slow: where the time of the whole and of its longest spans went, in"
            + " milliseconds, and the waits that were found in its code, with their lines and stacks")
    @DevMCPEnableByDefault
    public WhySlow whyWasThisRequestSlow(
            @JsonRpcDescription("The trace id, as slowestRequests lists it or as a log line has it") String traceId,
            @JsonRpcDescription("true for the values of the spans' attributes as well, which may hold data of users; else false") Boolean withAttributes) {
        TraceDetail trace = trace(traceId);
        return trace == null ? null : new Explanation(trace).inWords(Boolean.TRUE.equals(withAttributes));
    }

    @JsonRpcDescription("Says how full each job queue and each connection pool is at this moment, how long jobs have waited in"
            + " the last minute (95th percentile), and what to change, if at least twenty requests say so")
    @DevMCPEnableByDefault
    public QueuesNow queuesNow() {
        return new QueuesNow(moment.queues(), moment.pools(), advice());
    }

    @JsonRpcDescription("Lists the requests and jobs that have been running for too long, and all that are running, with their"
            + " age, their thread, the line of the application's code it is in, and who holds the lock it waits for")
    @DevMCPEnableByDefault
    public StuckNow whatIsStuck() {
        return new StuckNow(moment.stuck(), moment.running());
    }
}
