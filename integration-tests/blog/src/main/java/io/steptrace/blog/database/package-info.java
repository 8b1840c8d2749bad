/** The embedded database: its schema and the plain JDBC the stores share. Imports nothing else of the application. */
package io.steptrace.blog.database;
