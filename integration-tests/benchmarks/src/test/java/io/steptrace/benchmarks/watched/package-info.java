/** Tests of what is read from processes. */
package io.steptrace.benchmarks.watched;
