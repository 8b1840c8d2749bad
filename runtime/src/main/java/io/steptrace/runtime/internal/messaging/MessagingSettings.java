package io.steptrace.runtime.internal.messaging;

import java.time.Duration;

/**
 * What is recorded of messages.
 *
 * @param enqueuedHeader whether the instant of their sending is sent and read
 * @param enqueuedMaxAge how far away an instant is believed; zero for any
 */
public record MessagingSettings(boolean enqueuedHeader, Duration enqueuedMaxAge) {
}
