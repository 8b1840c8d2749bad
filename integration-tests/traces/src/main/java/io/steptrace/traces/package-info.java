/** Calls that return the traces they left, and what is read from these. Imports the test kit, nothing of the application. */
package io.steptrace.traces;
