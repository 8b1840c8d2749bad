/**
 * The sampler, the tail and the listeners to local traces, from configuration to beans of the SDK. Imports {@code sampling},
 * {@code console}, {@code stuck} and {@code config}.
 */
package io.steptrace.runtime.internal.wiring.sampling;
