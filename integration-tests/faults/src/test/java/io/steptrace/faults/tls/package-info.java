/**
 * A collector that speaks TLS, to applications that trust it and one that does not. Imports the collector and its test support.
 */
package io.steptrace.faults.tls;
