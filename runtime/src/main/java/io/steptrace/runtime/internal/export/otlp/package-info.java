/**
 * OTLP over HTTP and gRPC, on the HTTP client of Vert.x. Imports {@code export}, Vert.x, Netty
 * where Vert.x is silent, and the wire format of protobuf.
 */
package io.steptrace.runtime.internal.export.otlp;
