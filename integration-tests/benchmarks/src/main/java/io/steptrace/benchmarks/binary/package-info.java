/**
 * Compares two builds of the blog as binaries: their files, their starts and their memory. Imports {@code served} and
 * {@code watched}; knows nothing of the extension.
 */
package io.steptrace.benchmarks.binary;
