/**
 * What an application has annotated: the scanner, the rules, the grammar and the metadata. Plain Java and Jandex, with the
 * runtime's {@code telemetry.method} and {@code text}; no Quarkus.
 */
package io.steptrace.deployment.method;
