/** Tests the account of the traces. */
package io.steptrace.benchmarks.sampling;
