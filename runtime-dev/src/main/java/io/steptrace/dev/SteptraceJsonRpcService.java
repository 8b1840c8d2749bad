package io.steptrace.dev;

import java.util.List;

import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;
import io.smallrye.mutiny.Multi;
import io.steptrace.dev.answer.Advice;
import io.steptrace.dev.answer.Now;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;

/** The only source of the pages in the Dev UI; each public method is one of JSON-RPC, and those described a tool. */
public class SteptraceJsonRpcService {

    private final DevTraces traces;

    public SteptraceJsonRpcService(DevTraces traces) {
        this.traces = traces;
    }

    /** The newest first. */
    public List<TraceLine> traces() {
        return traces.ring().lines();
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
        return new Now(List.of(), List.of(), List.of(), List.of(), null, null);
    }

    public List<Advice> advice() {
        return List.of();
    }

    @JsonRpcDescription("Lists the slowest of the requests and jobs that this application has finished lately, each with a"
            + " sentence on where its time went: working, or waiting and for what")
    @DevMCPEnableByDefault
    public List<TraceLine> slowestRequests() {
        return traces();
    }
}
