/**
 * Compares two builds of the blog under load. Imports {@code served} and Vert.x; knows nothing of the extension or of Quarkus.
 */
package io.steptrace.benchmarks.http;
