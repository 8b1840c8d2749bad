/**
 * The exporter, put together from its parts. Imports all of {@code export} but {@code disk} and {@code otlp}.
 */
package io.steptrace.runtime.internal.export.pipeline;
