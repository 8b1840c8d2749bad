/**
 * What the build has found out about a method. Imports {@code telemetry}, {@code text} and the public API.
 */
package io.steptrace.runtime.internal.telemetry.method;
