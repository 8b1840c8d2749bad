package io.steptrace.runtime.internal.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;

/** The innermost work of ours that a context belongs to, as far as its trace is concerned. */
public interface TracedWork extends ImplicitContextKeyed {

    /** Under which a context keeps it. */
    ContextKey<TracedWork> KEY = ContextKey.named("steptrace.work");

    /** What it shares with the other work of its local trace. */
    LocalTrace trace();

    @Override
    default Context storeInContext(Context target) {
        return target.with(KEY, this);
    }
}
