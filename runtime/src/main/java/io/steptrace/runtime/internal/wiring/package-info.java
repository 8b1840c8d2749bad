/** Puts everything together, from recorded metadata and configuration to beans: the only package that sees all of them. */
package io.steptrace.runtime.internal.wiring;
