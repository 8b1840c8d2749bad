/**
 * Fault tolerance seen from outside: the attempts of one call, what lies between them, and who refuses them. Imports
 * {@code result}, {@code work}, {@code context} and {@code job}; builds no telemetry itself.
 */
package io.steptrace.runtime.internal.interception.attempt;
