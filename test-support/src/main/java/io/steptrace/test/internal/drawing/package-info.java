/** Traces as text that is the same for every run, and two such texts compared. Imports {@code spans}. */
package io.steptrace.test.internal.drawing;
