package io.steptrace.runtime.internal.messaging;

/**
 * What of messages is told.
 *
 * @param enqueuedHeader whether the instant of their sending is sent and read
 */
public record MessagingSettings(boolean enqueuedHeader) {
}
