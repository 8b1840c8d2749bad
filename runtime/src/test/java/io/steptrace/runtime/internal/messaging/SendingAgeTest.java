package io.steptrace.runtime.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingAgeTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant NOW = Instant.parse("2026-02-25T08:47:00Z");
    private static final long NOW_NANOS = TimeUnit.SECONDS.toNanos(NOW.getEpochSecond());
    private static final OptionalLong UNSTAMPED = OptionalLong.empty();
    private static final String IN_2001 = "1000000000000000";
    private static final String IN_2262 = "9223372036854775";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final ExtHandler handler = new Lines();
    private final SendingAge age = new SendingAge("orders", WEEK);

    @BeforeEach
    void listen() {
        Logger.getLogger(SendingAge.class.getName()).addHandler(handler);
    }

    @AfterEach
    void leave() {
        Logger.getLogger(SendingAge.class.getName()).removeHandler(handler);
    }

    @Test
    void believesTheMaximumAndNoMicrosecondMore() {
        assertThat(age.waitNanos(sent(WEEK), UNSTAMPED, NOW_NANOS)).hasValue(WEEK.toNanos());
        assertThat(age.waitNanos(sent(WEEK.plusNanos(1_000)), UNSTAMPED, NOW_NANOS)).isEmpty();
        assertThat(age.waitNanos(IN_2001, UNSTAMPED, NOW_NANOS)).isEmpty();
    }

    @Test
    void takesAClockThatIsAheadForNowUpToTheMaximum() {
        assertThat(age.waitNanos(sent(Duration.ofHours(-1)), UNSTAMPED, NOW_NANOS)).hasValue(0);
        assertThat(age.waitNanos(sent(WEEK.negated()), UNSTAMPED, NOW_NANOS)).hasValue(0);
        assertThat(age.waitNanos(sent(WEEK.negated().minusNanos(1_000)), UNSTAMPED, NOW_NANOS)).isEmpty();
        assertThat(age.waitNanos(IN_2262, UNSTAMPED, NOW_NANOS)).isEmpty();
    }

    @Test
    void believesAnyAgeWhereThereIsNoMaximum() {
        SendingAge any = new SendingAge("orders", Duration.ZERO);
        assertThat(any.waitNanos(IN_2001, UNSTAMPED, NOW_NANOS)).hasValue(NOW_NANOS - 1_000_000_000_000_000_000L);
        assertThat(any.waitNanos(IN_2262, UNSTAMPED, NOW_NANOS)).hasValue(0);
    }

    @Test
    void takesAMaximumBeyondAllNanosecondsForNone() {
        assertThat(new SendingAge("orders", Duration.ofSeconds(Long.MAX_VALUE)).waitNanos(IN_2001, UNSTAMPED, NOW_NANOS))
                .isPresent();
    }

    @Test
    void saysOnceWhatItDoesNotBelieve() {
        for (int i = 0; i < 1_000; i++) {
            age.waitNanos(IN_2001, UNSTAMPED, NOW_NANOS);
            age.waitNanos(IN_2262, UNSTAMPED, NOW_NANOS);
            age.waitNanos("soon\u001b[31m", UNSTAMPED, NOW_NANOS);
        }
        assertThat(lines).containsExactly("INFO sending not believed: channel orders - its header steptrace-enqueued says"
                + " 8935 days ago, and is ignored, as all beyond quarkus.steptrace.messaging.enqueued-max-age are; said once a"
                + " channel");
    }

    @Test
    void goesByTheTimestampWhereTheHeaderSaysNothing() {
        OptionalLong hourAgo = OptionalLong.of(NOW.minus(Duration.ofHours(1)).toEpochMilli());
        long hour = Duration.ofHours(1).toNanos();
        assertThat(age.waitNanos(null, hourAgo, NOW_NANOS)).hasValue(hour);
        assertThat(age.waitNanos("soon", hourAgo, NOW_NANOS)).hasValue(hour);
        assertThat(age.waitNanos(IN_2001, hourAgo, NOW_NANOS)).hasValue(hour);
        assertThat(age.waitNanos(sent(Duration.ofMinutes(1)), hourAgo, NOW_NANOS)).hasValue(Duration.ofMinutes(1).toNanos());
    }

    @Test
    void believesNoTimestampThatIsFarAwayOrNoTime() {
        for (long millis : new long[] { Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE }) {
            assertThat(age.waitNanos(null, OptionalLong.of(millis), NOW_NANOS)).isEmpty();
        }
        assertThat(lines)
                .containsExactly("INFO sending not believed: channel orders - its timestamp says 20509 days ago, and is"
                        + " ignored, as all beyond quarkus.steptrace.messaging.enqueued-max-age are; said once a channel");
    }

    private static String sent(Duration ago) {
        return EnqueuedHeader.valueOf(NOW.minus(ago));
    }

    private final class Lines extends ExtHandler {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + ((org.jboss.logmanager.ExtLogRecord) record).getFormattedMessage());
        }
    }
}
