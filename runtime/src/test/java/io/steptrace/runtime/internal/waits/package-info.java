/** What is known of a wait. Imports {@code waits}. */
package io.steptrace.runtime.internal.waits;
