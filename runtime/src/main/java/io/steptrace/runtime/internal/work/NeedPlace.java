package io.steptrace.runtime.internal.work;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.steptrace.runtime.internal.trace.TracedWork;
import io.steptrace.runtime.internal.work.NeedPlace.Terms;

/**
 * The place of an effect within a need, carried in the context in which the effect is called.
 *
 * @param owner the work the need belongs to; {@code null} for none
 * @param sequence the position in the need, from 1
 * @param required whether the need requires the effect, whatever its annotation says
 * @param terms what holds for all effects of the need
 */
public record NeedPlace(TracedWork owner, int sequence, boolean required, Terms terms) implements ImplicitContextKeyed {

    private static final ContextKey<NeedPlace> KEY = ContextKey.named("steptrace.need_place");

    /**
     * The terms of a need, worded for attributes.
     *
     * @param mode {@code parallel} or {@code sequential}
     * @param join the join in lower_snake_case
     */
    public record Terms(String mode, String join) {
    }

    /** The place of an effect called in this context; {@code null} if it is called by other work than the need's. */
    static NeedPlace in(Context context) {
        NeedPlace place = context.get(KEY);
        return place != null && place.owner() == context.get(TracedWork.KEY) ? place : null;
    }

    @Override
    public Context storeInContext(Context context) {
        return context.with(KEY, this);
    }
}
