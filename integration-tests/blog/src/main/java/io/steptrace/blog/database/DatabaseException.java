package io.steptrace.blog.database;

import java.sql.SQLException;

/**
 * A fault of the database.
 * <p>
 * Unchecked on purpose: a checked exception that an effect declares counts as an answer of the application, and a broken
 * database is none.
 */
public class DatabaseException extends RuntimeException {

    DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
