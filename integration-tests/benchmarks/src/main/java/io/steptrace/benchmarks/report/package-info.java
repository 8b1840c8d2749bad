/** Runs the benchmarks and turns their figures into a table of ratios. Imports JMH, and of the application the span counter. */
package io.steptrace.benchmarks.report;
