package io.steptrace.runtime.internal.export;

/**
 * One export request, ready to be sent as often as it takes; the body is not to be changed.
 *
 * @param body an {@code ExportTraceServiceRequest} in protobuf
 * @param gzipped whether the body is compressed
 * @param spans how many spans it holds
 */
public record Batch(byte[] body, boolean gzipped, int spans) {
}
