/**
 * OTLP over HTTP and gRPC: how a batch becomes a request, and an answer a verdict. Imports {@code export}, {@code
 * export.otlp.connection}, Vert.x and the wire format of protobuf.
 */
package io.steptrace.runtime.internal.export.otlp;
