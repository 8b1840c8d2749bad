package io.steptrace.runtime.internal.pool;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.AgroalDataSourceConfiguration;
import io.agroal.api.transaction.TransactionIntegration;
import io.steptrace.runtime.internal.pool.ConnectionPermits.Claim;

/**
 * A data source that parks the current work while it waits for a connection of an exhausted pool.
 * <p>
 * A connection that is still to be established is no exhaustion: it belongs to the active time. Thread-safe like the data
 * source it stands for, which does everything else.
 */
public final class ParkingDataSource implements AgroalDataSource, PoolGauge {

    private static final long serialVersionUID = 1L;

    private final AgroalDataSource delegate;
    private final String token;
    private final transient AgroalConnectionPoolConfiguration pool;
    private final transient TransactionIntegration transactions;
    private final transient ConnectionPermits permits = new ConnectionPermits();

    /** @param name of the data source, as Quarkus has it */
    public ParkingDataSource(AgroalDataSource delegate, String name) {
        this.delegate = delegate;
        this.token = "jdbc " + name;
        this.pool = delegate.getConfiguration().connectionPoolConfiguration();
        this.transactions = pool.transactionIntegration();
        setPoolInterceptors(interceptorsOf(delegate));
        ObservedPools.add(this);
    }

    @Override
    public String name() {
        return token;
    }

    @Override
    public int inUse() {
        return permits.inUse();
    }

    @Override
    public int max() {
        return pool.maxSize();
    }

    @Override
    public int waiting() {
        return permits.waiting(pool.maxSize());
    }

    /** A pool that closes what is returned to it does not report when, so that its permits cannot be counted. */
    public static boolean isObservable(AgroalDataSource dataSource) {
        return !dataSource.getConfiguration().connectionPoolConfiguration().flushOnClose();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return acquire(AgroalDataSource::getConnection);
    }

    @Override
    public Connection getReadOnlyConnection() throws SQLException {
        return acquire(AgroalDataSource::getReadOnlyConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return acquire(dataSource -> dataSource.getConnection(username, password));
    }

    private Connection acquire(Acquisition acquisition) throws SQLException {
        if (isInTransaction()) {
            return acquisition.from(delegate);
        }
        int max = pool.maxSize();
        Claim claim = permits.claim(max);
        Runnable wait = claim.waits() ? PoolPark.begin(token, Math.max(permits.inUse(), max), max) : PoolPark.NONE;
        try {
            return acquisition.from(delegate);
        } catch (SQLException | RuntimeException | Error e) {
            claim.fail();
            throw e;
        } finally {
            claim.close();
            wait.run();
        }
    }

    /** Whether the transaction of the thread has a connection already, which it gets again. */
    private boolean isInTransaction() {
        try {
            return transactions.getTransactionAware() != null;
        } catch (SQLException | RuntimeException e) {
            // the pool asks the same question, and its answer is the application's
            return true;
        }
    }

    @Override
    public void setPoolInterceptors(Collection<? extends AgroalPoolInterceptor> interceptors) {
        List<AgroalPoolInterceptor> all = new ArrayList<>();
        if (interceptors != null) {
            all.addAll(interceptors);
        }
        all.add(permits);
        delegate.setPoolInterceptors(all);
    }

    @Override
    public List<AgroalPoolInterceptor> getPoolInterceptors() {
        return interceptorsOf(delegate).stream().filter(interceptor -> interceptor != permits).toList();
    }

    private static List<AgroalPoolInterceptor> interceptorsOf(AgroalDataSource dataSource) {
        try {
            return dataSource.getPoolInterceptors();
        } catch (NullPointerException e) {
            // what Agroal answers as long as none has been set
            return List.of();
        }
    }

    @Override
    public AgroalDataSourceConfiguration getConfiguration() {
        return delegate.getConfiguration();
    }

    @Override
    public AgroalDataSourceMetrics getMetrics() {
        return delegate.getMetrics();
    }

    @Override
    public void flush(FlushMode mode) {
        delegate.flush(mode);
    }

    @Override
    public boolean isHealthy(boolean newConnection) throws SQLException {
        return delegate.isHealthy(newConnection);
    }

    @Override
    public void close() {
        ObservedPools.remove(this);
        delegate.close();
    }

    @Override
    public <T> T unwrap(Class<T> target) throws SQLException {
        return target.isInstance(this) ? target.cast(this) : delegate.unwrap(target);
    }

    @Override
    public boolean isWrapperFor(Class<?> target) throws SQLException {
        return target.isInstance(this) || delegate.isWrapperFor(target);
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        return delegate.createConnectionBuilder();
    }

    @Override
    public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
        return delegate.createShardingKeyBuilder();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return delegate.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        delegate.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return delegate.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        delegate.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return delegate.getParentLogger();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }

    /** One of the ways to ask for a connection. */
    @FunctionalInterface
    private interface Acquisition {

        Connection from(AgroalDataSource dataSource) throws SQLException;
    }
}
