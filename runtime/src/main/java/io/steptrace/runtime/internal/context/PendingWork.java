package io.steptrace.runtime.internal.context;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.work.Work;

/**
 * The steps and effects of one Vert.x context whose code has left it, while their results are still to come, the latest first.
 * Immutable; works that are over are left out when the next one comes.
 *
 * @param parent the span that is current outside the work
 * @param left the turn in which the code has left: what follows in it is code outside the work
 * @param older {@code null} for none
 */
record PendingWork(Work work, Span parent, Turn left, PendingWork older) {

    /** Of so many at once none can be told from the others, and none is kept beyond them. */
    private static final int MOST = 16;

    /** These and one more; {@code known} may be {@code null}. */
    static PendingWork with(PendingWork known, Work work, Span parent, Turn left) {
        return new PendingWork(work, parent, left, running(known, MOST - 1));
    }

    private static PendingWork running(PendingWork known, int most) {
        if (known == null || most == 0) {
            return null;
        }
        if (known.work.isOver()) {
            return running(known.older, most);
        }
        PendingWork older = running(known.older, most - 1);
        return older == known.older ? known : new PendingWork(known.work, known.parent, known.left, older);
    }

    /**
     * The context of the innermost work below that of {@code outer}: of works beside each other none, as nobody can say which
     * of them it is.
     */
    Context innermost(Context outer) {
        Work only = onlyBelow(Span.fromContextOrNull(outer));
        return only == null ? outer : innermost(only.context());
    }

    private Work onlyBelow(Span span) {
        Work only = null;
        for (PendingWork each = this; each != null; each = each.older) {
            if (each.parent == span && !each.work.isOver() && !each.left.goesOnHere()) {
                if (only != null) {
                    return null;
                }
                only = each.work;
            }
        }
        return only;
    }
}
