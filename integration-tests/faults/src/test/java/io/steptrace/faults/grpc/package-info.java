/**
 * OTLP over gRPC: what is repeated, what is lost, and what is never sent twice. Imports the collector and its test support.
 */
package io.steptrace.faults.grpc;
