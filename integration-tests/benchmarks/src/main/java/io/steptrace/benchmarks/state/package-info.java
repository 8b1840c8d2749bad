/** What a benchmark stands on: a running Quarkus and a thread that serves a request. Imports JMH and the application. */
package io.steptrace.benchmarks.state;
