package io.steptrace.runtime.internal.messaging;

import java.time.Duration;

/**
 * What is recorded of messages.
 *
 * @param enqueuedHeader whether the instant of their sending is sent and read
 * @param recordTimestamp whether the timestamp of a message stands in for the header where there is none
 * @param enqueuedMaxAge how far away an instant is believed; zero for any
 */
public record MessagingSettings(boolean enqueuedHeader, boolean recordTimestamp, Duration enqueuedMaxAge) {
}
