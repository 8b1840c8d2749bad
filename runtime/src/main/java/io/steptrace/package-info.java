/**
 * The public API: what an application writes to make its work visible.
 * Imports OpenTelemetry and Mutiny types only where a signature needs them; everything else is internal.
 */
package io.steptrace;
