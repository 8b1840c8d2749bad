package io.steptrace.runtime.internal.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of one endpoint of an HTTP client, as far as its requests show who has them; thread-safe.
 * <p>
 * A request has its connection from its allocation on, long before its first byte where classes are loaded, a body is
 * encoded, or the application does not send at once. Vert.x does not report the end of one that is never sent, so that it
 * has its connection in doubt: when a connection is closed, it counts for none, and when more requests have a connection
 * than there are, those in doubt were over. Between dequeueing and allocation, which may be on two event loops, a request
 * counts for none either: a wait that is not recorded is better than one that never was.
 */
final class ConnectionLeases {

    private final int max;
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger leased = new AtomicInteger();
    /** Allocated and not sent yet; each counts as leased. */
    private final Set<Lease> unsent = ConcurrentHashMap.newKeySet();

    ConnectionLeases(int max) {
        this.max = max;
    }

    /** @return whether those that asked before, and those that have a connection, leave none */
    boolean ask() {
        return asking.getAndIncrement() + leased.get() >= max;
    }

    /** How many requests have a connection. */
    int inUse() {
        return Math.min(max, leased.get());
    }

    /** How many requests wait for one. */
    int waiting() {
        return Math.max(0, asking.get() + leased.get() - max);
    }

    /** A request that asked gets a connection, or will not get one. */
    void answer() {
        asking.decrementAndGet();
    }

    void take(Lease request) {
        if (leased.get() >= max) {
            forgetUnsent();
        }
        unsent.add(request);
        leased.incrementAndGet();
    }

    void send(Lease request) {
        request.isSent = true;
        if (!unsent.remove(request)) {
            leased.incrementAndGet();
        }
    }

    /** The request is over; a second time is harmless. */
    void release(Lease request) {
        if (request.isSent) {
            request.isSent = false;
            leased.decrementAndGet();
        }
    }

    void forgetUnsent() {
        for (Lease request : unsent) {
            if (unsent.remove(request)) {
                leased.decrementAndGet();
            }
        }
    }

    /** A request on its connection; confined to the event loop of the connection once it is sent. */
    static class Lease {

        private boolean isSent;
    }
}
