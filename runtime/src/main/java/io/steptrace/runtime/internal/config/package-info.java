/** The configuration under {@code quarkus.steptrace}: mappings, and how their words and sizes are read. Imports Quarkus. */
package io.steptrace.runtime.internal.config;
