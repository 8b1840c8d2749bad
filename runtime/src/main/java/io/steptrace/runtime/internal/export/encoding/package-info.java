/**
 * Spans as the bodies of requests: encoded, compressed, halved. Imports {@code export}, the OpenTelemetry exporter
 * and the wire format of protobuf.
 */
package io.steptrace.runtime.internal.export.encoding;
