/**
 * The life of a job as plain time: enqueued, taken, started, parked, resumed, completed, and the durations between.
 * Imports {@code java.*}, {@code time} and the enum {@code ParkCause} only.
 */
package io.steptrace.runtime.internal.job;
