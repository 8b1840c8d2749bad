/**
 * How what the extension costs grows with what an application does, as a table and as a plot. Imports {@code
 * comparison}, {@code served} and Vert.x.
 */
package io.steptrace.benchmarks.growth;
