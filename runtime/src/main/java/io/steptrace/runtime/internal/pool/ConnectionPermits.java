package io.steptrace.runtime.internal.pool;

import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.pool.wrapper.ConnectionWrapper;

/**
 * The permits of one JDBC pool: each connection in use takes one, and so does each call on its way to a connection.
 * <p>
 * Agroal counts only if its metrics are enabled. This counts what Agroal reports to its interceptors. A connection counts from
 * its acquisition until it is returned or destroyed, which comes first, and however often either is reported: one
 * that is flushed while in use is destroyed before it is returned. A connection handed out again to the transaction
 * that has it is no acquisition. In doubt a permit counts as free, because a wait that is not recorded is better
 * than one that never was.
 */
final class ConnectionPermits implements AgroalPoolInterceptor {

    /** Acquired and neither returned nor destroyed. */
    private final Set<Object> inUse = ConcurrentHashMap.newKeySet();
    /** Connections in use and calls on their way: one number, so that a call that gets its connection is never both. */
    private final AtomicInteger taken = new AtomicInteger();
    private final ThreadLocal<Claim> claimOfThread = new ThreadLocal<>();

    /** The current thread asks for a connection; the claim is to be closed by the same thread when the request is over. */
    Claim claim(int max) {
        Claim claim = new Claim(taken.getAndIncrement() >= max, claimOfThread.get());
        claimOfThread.set(claim);
        return claim;
    }

    int inUse() {
        return inUse.size();
    }

    /** How many calls wait for a connection. */
    int waiting(int max) {
        return Math.max(0, taken.get() - max);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Object identity = identityOf(connection);
        if (identity == null || !inUse.add(identity)) {
            return;
        }
        Claim claim = claimOfThread.get();
        if (claim != null && claim.acquired == null) {
            claim.acquired = identity;
        } else {
            // not asked for through the data source, as for the recovery of transactions
            taken.incrementAndGet();
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        release(identityOf(connection));
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        release(identityOf(connection));
    }

    private void release(Object identity) {
        if (identity != null && inUse.remove(identity)) {
            taken.decrementAndGet();
        }
    }

    /** Interceptors see a connection through a new wrapper each time; what it wraps stays the same. */
    private static Object identityOf(Connection connection) {
        return connection instanceof ConnectionWrapper wrapper ? wrapper.getHandler() : null;
    }

    /** One call on its way to a connection; confined to its thread. */
    final class Claim {

        private final boolean waits;
        private final Claim outer;
        private Object acquired;

        private Claim(boolean waits, Claim outer) {
            this.waits = waits;
            this.outer = outer;
        }

        /** Whether the pool has no permit for the call, those in front of it included. */
        boolean waits() {
            return waits;
        }

        /** The call fails. Agroal takes a connection back without a report if something failed after it was acquired. */
        void fail() {
            release(acquired);
        }

        /** The call is over. A claim that got a connection lives on as a connection in use. */
        void close() {
            // an entry without a value costs the next call less than none
            claimOfThread.set(outer);
            if (acquired == null) {
                taken.decrementAndGet();
            }
        }
    }
}
