/**
 * OTLP collectors on the loopback address that count what they accept and misbehave on command. Imports Vert.x, the OTLP
 * protobuf classes and Awaitility; nothing of the application.
 */
package io.steptrace.collector;
