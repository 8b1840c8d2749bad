/** Tests the arithmetic of the drills with plain numbers, and the load against a server of a few lines. */
package io.steptrace.benchmarks.drill;
