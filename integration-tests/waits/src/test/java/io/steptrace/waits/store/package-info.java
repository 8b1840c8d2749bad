/** A Redis server for the tests, and the tests that need it. */
package io.steptrace.waits.store;
