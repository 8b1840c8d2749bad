/**
 * Spans as the bodies of requests: encoded, put together, compressed, halved. Imports {@code export}, the OpenTelemetry SDK
 * and the wire format of protobuf.
 */
package io.steptrace.runtime.internal.export.encoding;
