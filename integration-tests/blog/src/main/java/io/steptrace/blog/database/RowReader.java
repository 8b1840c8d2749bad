package io.steptrace.blog.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Turns the current row of a result into an object.
 *
 * @param <T> the type of the object
 */
@FunctionalInterface
public interface RowReader<T> {

    /** Reads the row the result stands on, without moving it. */
    T read(ResultSet row) throws SQLException;
}
