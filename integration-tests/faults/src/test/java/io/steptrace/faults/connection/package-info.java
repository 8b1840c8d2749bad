/**
 * Connections that go silent, are made to the wrong kind of port, or have certificates that are renewed. Imports the collector
 * and its test support.
 */
package io.steptrace.faults.connection;
