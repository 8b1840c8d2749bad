package io.steptrace.runtime.internal.queue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/**
 * The Vert.x contexts that those of jobs are duplicated from, spread over the event loops.
 * <p>
 * They belong to no caller. A submitter's context often belongs to the HTTP server, with which its timers are cancelled: a job
 * that is drained at shutdown would wait for one of them in vain.
 */
final class RootContexts {

    private final Supplier<Vertx> vertx;
    private final AtomicInteger next = new AtomicInteger();
    private volatile ContextInternal[] roots;

    /** @param vertx asked on the first job, because an application may have none */
    RootContexts(Supplier<Vertx> vertx) {
        this.vertx = vertx;
    }

    ContextInternal next() {
        ContextInternal[] known = roots;
        if (known == null) {
            known = create();
        }
        return known[Math.floorMod(next.getAndIncrement(), known.length)];
    }

    private synchronized ContextInternal[] create() {
        if (roots == null) {
            VertxInternal internal = (VertxInternal) vertx.get();
            ContextInternal[] created = new ContextInternal[2 * Runtime.getRuntime().availableProcessors()];
            for (int i = 0; i < created.length; i++) {
                created[i] = internal.createEventLoopContext();
            }
            roots = created;
        }
        return roots;
    }
}
