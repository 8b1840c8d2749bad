/** The application under measurement: the same small methods with and without tracing. Imports no JMH. */
package io.steptrace.benchmarks.app;
