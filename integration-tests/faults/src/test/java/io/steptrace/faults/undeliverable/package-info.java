/** Requests that something on the way never lets pass. Imports the collector and its test support. */
package io.steptrace.faults.undeliverable;
