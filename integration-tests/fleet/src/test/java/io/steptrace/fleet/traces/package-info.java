/** What has become of traces: which spans of them are in the files of a Collector. Imports OpenTelemetry's protocol. */
package io.steptrace.fleet.traces;
