package io.steptrace.runtime.internal.trace;

import io.opentelemetry.api.trace.SpanContext;

/** What an assembler holds at the moment, for tests of its listeners. */
public final class Holdings {

    private final TraceAssembler assembler;

    public Holdings(TraceAssembler assembler) {
        this.assembler = assembler;
    }

    public int traces() {
        return assembler.held.traces();
    }

    /** Those that have ended. */
    public int spans() {
        return assembler.held.spans();
    }

    /** Those that a call of the process to itself may name. */
    public int ownSpans() {
        return assembler.own.size();
    }

    /** Whether a call that names this span joins its trace. */
    public boolean knows(SpanContext caller) {
        return assembler.own.traceOf(caller) != null;
    }
}
