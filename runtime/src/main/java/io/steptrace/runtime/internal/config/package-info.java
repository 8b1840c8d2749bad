/** The configuration under {@code quarkus.steptrace}: mappings and the rules their values obey, nothing else. */
package io.steptrace.runtime.internal.config;
