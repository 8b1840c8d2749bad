/**
 * Writes the application with a thousand annotated methods, and its twins, as Java source. Imports {@code java.*} alone: to it,
 * annotations are text.
 */
package io.steptrace.benchmarks.methods.source;
