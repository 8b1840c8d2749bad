/**
 * Compares what a thousand annotated methods cost while an application is built and until it has started. Imports its own
 * {@code source}, and {@code served}; knows Quarkus by the lines it prints and the layout of its mutable jar.
 */
package io.steptrace.benchmarks.methods;
