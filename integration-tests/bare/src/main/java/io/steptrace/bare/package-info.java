/** A command that greets, traced, without an HTTP server. */
package io.steptrace.bare;
