/**
 * The HTTP connection to a collector: made, watched, bounded and left, and what is likely wrong with it. Imports
 * {@code export}, Vert.x, and Netty where Vert.x is silent.
 */
package io.steptrace.runtime.internal.export.otlp.connection;
