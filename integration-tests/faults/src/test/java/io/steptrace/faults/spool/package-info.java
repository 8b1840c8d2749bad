/**
 * The packaged application as a process of its own that is killed, stopped and refused. Imports the collector and its test
 * support.
 */
package io.steptrace.faults.spool;
