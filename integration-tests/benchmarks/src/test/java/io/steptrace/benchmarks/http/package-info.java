/** Tests the arithmetic of the comparison under load with plain numbers; starts nothing. */
package io.steptrace.benchmarks.http;
