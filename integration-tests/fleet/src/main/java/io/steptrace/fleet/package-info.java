/**
 * A service that is started twice, and then calls itself: one takes orders, the other has the stock. Imports the extension's
 * API, JAX-RS, the REST client and OpenTelemetry.
 */
package io.steptrace.fleet;
