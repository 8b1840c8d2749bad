/**
 * What an operator has to know of an export, and no more than that. Imports {@code export}, {@code text}, {@code time} and
 * JBoss Logging.
 */
package io.steptrace.runtime.internal.export.trouble;
