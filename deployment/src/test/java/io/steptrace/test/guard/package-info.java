/** Work guarded by fault tolerance: retries, timeouts, bulkheads, fallbacks. Imports the fixture. */
package io.steptrace.test.guard;
