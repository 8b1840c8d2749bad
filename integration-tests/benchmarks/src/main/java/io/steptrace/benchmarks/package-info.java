/**
 * The benchmarks of JMH, what they stand on, and the modes of measuring. Imports JMH, the application and the packages below.
 */
package io.steptrace.benchmarks;
