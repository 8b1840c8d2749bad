/** Tests the verdicts of the memory drill with plain numbers, and its load against a server of a few lines. */
package io.steptrace.benchmarks.drill.memory;
