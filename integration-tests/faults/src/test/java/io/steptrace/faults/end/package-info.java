/**
 * How long the end of a process takes, and what becomes of the spans that are left. Imports the collector and its test support.
 */
package io.steptrace.faults.end;
