/** Tests the generated sources as text. */
package io.steptrace.benchmarks.methods.source;
