/** The benchmarks; each is compared with a named rival in the same run. Imports JMH and the packages below. */
package io.steptrace.benchmarks;
