/**
 * Processes that are watched from their launch until they say that they are done. Imports {@code served}; knows Quarkus by the
 * lines it prints.
 */
package io.steptrace.benchmarks.watched;
