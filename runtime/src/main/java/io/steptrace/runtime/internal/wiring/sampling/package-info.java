/**
 * The sampler and the tail, from configuration to beans of the SDK. Imports {@code sampling}, {@code console} and
 * {@code config}.
 */
package io.steptrace.runtime.internal.wiring.sampling;
