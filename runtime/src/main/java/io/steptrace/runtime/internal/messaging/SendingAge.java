package io.steptrace.runtime.internal.messaging;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.steptrace.runtime.internal.text.DurationText;
import io.steptrace.runtime.internal.text.PrintableLog;

/**
 * How long the messages of one channel have waited, by what they say of their sending; thread-safe.
 * <p>
 * Anyone who can send may say anything. What is further away than the maximum, in the past or in the future, is taken for
 * nothing said.
 */
final class SendingAge {

    private static final Logger LOG = PrintableLog.of(SendingAge.class);

    private static final String HEADER = "header " + EnqueuedHeader.NAME;
    private static final String TIMESTAMP = "timestamp";
    /** Beyond it nanoseconds overflow. */
    private static final long LATEST_MILLIS = TimeUnit.NANOSECONDS.toMillis(Long.MAX_VALUE);

    private final String channel;
    private final long maxAgeNanos;
    private final AtomicBoolean noted = new AtomicBoolean();

    /** @param maxAge zero for none; not negative */
    SendingAge(String channel, Duration maxAge) {
        this.channel = channel;
        this.maxAgeNanos = maxAge.isZero() ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(maxAge);
    }

    /**
     * The wait of a message that arrives now.
     *
     * @param header what it holds, of any type, as the instant of its sending; {@code null} if nothing
     * @param timestampMillis when it was stamped, which stands in for the header
     * @return nanoseconds, not negative; empty if it does not say when it was sent, or says what is not believed
     */
    OptionalLong waitNanos(Object header, OptionalLong timestampMillis, long nowEpochNanos) {
        OptionalLong byHeader = believed(EnqueuedHeader.epochNanosOf(header), HEADER, nowEpochNanos);
        return byHeader.isPresent() || timestampMillis.isEmpty() ? byHeader
                : believed(epochNanosOf(timestampMillis.getAsLong()), TIMESTAMP, nowEpochNanos);
    }

    private OptionalLong believed(OptionalLong sentEpochNanos, String source, long nowEpochNanos) {
        if (sentEpochNanos.isEmpty()) {
            return sentEpochNanos;
        }
        long ageNanos = nowEpochNanos - sentEpochNanos.getAsLong();
        if (Math.abs(ageNanos) > maxAgeNanos) {
            note(source, ageNanos);
            return OptionalLong.empty();
        }
        // the clock of another machine may be ahead of ours
        return OptionalLong.of(Math.max(0, ageNanos));
    }

    /** A client may stamp what it likes: what are no nanoseconds any more, or before the epoch, says nothing. */
    private static OptionalLong epochNanosOf(long millis) {
        return millis <= 0 || millis > LATEST_MILLIS ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Once: a topic that is read anew from its beginning has as many of them as it has messages. */
    private void note(String source, long ageNanos) {
        if (noted.compareAndSet(false, true)) {
            LOG.infof("sending not believed: channel %s - its %s says %s %s, and is ignored, as all beyond"
                    + " quarkus.steptrace.messaging.enqueued-max-age are; said once a channel", channel, source,
                    DurationText.of(Duration.ofNanos(Math.abs(ageNanos))),
                    ageNanos < 0 ? "in the future" : "ago");
        }
    }
}
