/**
 * Messages between processes: the instant of their sending travels in a header, and their wait is measured where they
 * arrive. Emits the header {@code steptrace-enqueued}. Imports {@code work} and SmallRye Reactive Messaging; what belongs to a
 * connector that may be absent is only loaded where it is present.
 */
package io.steptrace.runtime.internal.messaging;
