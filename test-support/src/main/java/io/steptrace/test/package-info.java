/**
 * Traces in the tests of an application: awaited, looked at, asserted. Imports its own rooms, the public API, the listener to
 * local traces, and the libraries of tests.
 */
package io.steptrace.test;
