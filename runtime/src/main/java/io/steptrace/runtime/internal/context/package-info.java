/**
 * Keeps the context of a step where the platform would take it away. Imports {@code span}, which knows where contexts are
 * kept.
 */
package io.steptrace.runtime.internal.context;
