/** What things cost: a gRPC service, and clients of it in the same application. Imports no other package of the application. */
package io.steptrace.features.pricing;
