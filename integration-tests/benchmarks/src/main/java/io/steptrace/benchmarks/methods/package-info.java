/**
 * Compares what a thousand annotated methods cost while an application is built and until it has started. Imports its own
 * {@code source}, {@code served} and {@code watched}; knows Quarkus by the layout of its mutable jar.
 */
package io.steptrace.benchmarks.methods;
