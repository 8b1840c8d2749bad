/**
 * Compares what it takes to build and to start an application: one generated with a thousand annotated methods and its twins,
 * and the blog as a binary. Imports {@code comparison} and {@code served}; to it, annotations are text.
 */
package io.steptrace.benchmarks.startup;
