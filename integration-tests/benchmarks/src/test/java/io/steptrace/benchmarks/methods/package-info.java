/** Tests the reading of lines and the order of turns; builds nothing and starts nothing. */
package io.steptrace.benchmarks.methods;
