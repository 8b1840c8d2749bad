/** Waits for a database: its answers, its locks, and the connections of the pool. Imports nothing of the application. */
package io.steptrace.waits.database;
