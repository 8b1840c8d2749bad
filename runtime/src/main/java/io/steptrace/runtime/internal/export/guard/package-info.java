/**
 * Retries and the circuit breaker around a collector. Imports {@code export} and SmallRye Fault Tolerance.
 */
package io.steptrace.runtime.internal.export.guard;
