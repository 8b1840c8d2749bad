/** Runs every benchmark body once, so that none of them rots; measures nothing. */
package io.steptrace.benchmarks;
