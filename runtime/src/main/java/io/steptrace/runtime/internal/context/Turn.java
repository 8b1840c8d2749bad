package io.steptrace.runtime.internal.context;

import io.netty.channel.SingleThreadEventLoop;
import io.vertx.core.impl.ContextInternal;

/**
 * What a thread does from now on, up to the next task of its event loop; on a thread without one, whatever it does.
 * Thread-safe.
 */
final class Turn {

    private final Thread thread = Thread.currentThread();
    private volatile boolean isOver;

    private Turn() {
    }

    /**
     * That of the calling thread, on which this Vert.x context is current.
     *
     * @param then runs right after it, with no Vert.x context; never for a thread without an event loop
     */
    static Turn of(ContextInternal vertxContext, Runnable then) {
        Turn turn = new Turn();
        if (vertxContext.nettyEventLoop() instanceof SingleThreadEventLoop loop && loop.inEventLoop()) {
            loop.executeAfterEventLoopIteration(() -> {
                turn.isOver = true;
                then.run();
            });
        }
        return turn;
    }

    /** Whether the caller is part of it. */
    boolean goesOnHere() {
        return !isOver && thread == Thread.currentThread();
    }
}
