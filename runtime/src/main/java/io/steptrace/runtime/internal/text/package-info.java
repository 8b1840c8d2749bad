/**
 * Texts that applications, clients and collectors choose: how much of them is kept, and how they, and durations, are printed.
 * Imports JBoss Logging.
 */
package io.steptrace.runtime.internal.text;
