/**
 * The packaged application beside servers that are not ours: an OpenTelemetry Collector, and nginx in front of it. Imports the
 * application's process and OpenTelemetry's protocol; a test is skipped where its server is not installed.
 */
package io.steptrace.faults.neighbours;
