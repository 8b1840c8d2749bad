package io.steptrace.waits.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** Steps that ask the database and block until it answers. */
@ApplicationScoped
public class Accounts {

    private final DataSource database;

    Accounts(DataSource database) {
        this.database = database;
    }

    /** Answers late. */
    @Step("ask_database")
    public void ask() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(0.06)");
        }
    }

    /** Reads a row at a time, each of which is late. */
    @Step("read_slowly")
    public int readSlowly() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            // only within a transaction does the driver fetch a part of the rows
            connection.setAutoCommit(false);
            statement.setFetchSize(1);
            int sum = 0;
            try (ResultSet rows = statement.executeQuery("SELECT n, pg_sleep(0.015) FROM generate_series(1, 8) n")) {
                while (rows.next()) {
                    sum += rows.getInt(1);
                }
            }
            connection.rollback();
            return sum;
        }
    }

    /** Changes a row, which another transaction may have locked. */
    @Step("book")
    public void book() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE account SET amount = amount + 1");
        }
    }

    /** Keeps a connection for a while. */
    @Step("keep_connection")
    public String keepConnection() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(0.1)");
            return "kept";
        }
    }
}
