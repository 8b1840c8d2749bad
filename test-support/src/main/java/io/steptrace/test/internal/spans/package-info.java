/** Finished spans by trace, and what is read from them. Imports names of the runtime's {@code telemetry} and the SDK. */
package io.steptrace.test.internal.spans;
