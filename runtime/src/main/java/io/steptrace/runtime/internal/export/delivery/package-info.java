/**
 * From the spool to the collector: one thread, one batch at a time, and what becomes of each. Imports {@code
 * export}, its {@code encoding}, {@code guard}, {@code spool} and {@code trouble}, and {@code time}.
 */
package io.steptrace.runtime.internal.export.delivery;
