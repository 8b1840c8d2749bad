/** Parks for a connection of an HTTP client or a data source. Imports the fixture. */
package io.steptrace.test.pool;
