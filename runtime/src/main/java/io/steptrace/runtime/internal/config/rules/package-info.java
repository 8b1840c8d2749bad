/**
 * The rules that configured values obey, and the notes on those that do nothing. Imports {@code config},
 * {@code sampling} for its grammar, {@code text}, and Quarkus.
 */
package io.steptrace.runtime.internal.config.rules;
