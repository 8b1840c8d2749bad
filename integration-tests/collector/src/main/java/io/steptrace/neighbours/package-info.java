/**
 * Servers that are not ours, each in a process of its own: whether they are there, how they are started and killed, and what an
 * OpenTelemetry Collector has written into files. Imports Awaitility, JUnit's assumptions and OpenTelemetry's protocol.
 */
package io.steptrace.neighbours;
