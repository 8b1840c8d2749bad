package io.steptrace.runtime.internal.telemetry.method;

/**
 * What the build knows of the fault tolerance around a method.
 *
 * @param bulkhead how many calls its bulkhead lets run while more wait in a queue; zero if none ever wait
 * @param timesOut whether an attempt that returned a result, and is repeated all the same, can only have timed out
 */
public record AttemptMetadata(int bulkhead, boolean timesOut) {
}
