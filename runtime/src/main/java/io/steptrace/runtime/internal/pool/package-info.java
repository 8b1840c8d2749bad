/**
 * Pools of the platform whose queues are observed: a call that waits for a connection is parked without the application saying
 * so. Emits nothing itself; parks the current work. Imports {@code job}, {@code work}, Agroal and the
 * metrics SPI of Vert.x; what belongs to an extension that may be absent is only loaded where it is present.
 */
package io.steptrace.runtime.internal.pool;
