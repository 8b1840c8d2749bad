package io.steptrace.waits.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Another transaction, which keeps the only account locked for a while. */
@ApplicationScoped
public class Audit {

    private static final Logger LOG = Logger.getLogger(Audit.class);
    private static final long DURATION_MS = 80;

    private final DataSource database;
    private final Executor later = CompletableFuture.delayedExecutor(DURATION_MS, TimeUnit.MILLISECONDS);

    Audit(DataSource database) {
        this.database = database;
    }

    /** Returns when the account is locked; another thread unlocks it. */
    public void begin() throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE IF NOT EXISTS account (amount int)");
            statement.execute("INSERT INTO account SELECT 0 WHERE NOT EXISTS (SELECT FROM account)");
            connection.commit();
            statement.execute("SELECT amount FROM account FOR UPDATE");
        }
        later.execute(() -> end(connection));
    }

    private static void end(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            LOG.error("the account may stay locked", e);
        }
    }
}
