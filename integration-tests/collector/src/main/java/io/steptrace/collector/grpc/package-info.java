/** The collector over gRPC and its behaviours. Imports the collector package. */
package io.steptrace.collector.grpc;
