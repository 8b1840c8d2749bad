/**
 * Keeps the context of a step where the platform would take it away. Imports {@code span}, which knows where contexts are
 * kept, and {@code http}, which knows when a client has left.
 */
package io.steptrace.runtime.internal.context;
