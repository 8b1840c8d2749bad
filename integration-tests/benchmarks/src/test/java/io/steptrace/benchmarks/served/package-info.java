/** Tests the arithmetic of measuring a process with plain numbers; starts nothing. */
package io.steptrace.benchmarks.served;
