package io.steptrace.benchmarks.watched;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final String AUGMENTED = "2026-01-02 03:04:05,678 INFO  [io.quarkus.deployment.QuarkusAugmentor] (main) "
            + "Quarkus augmentation completed in 13040ms";
    private static final String STARTED = "2026-01-02 03:04:05,678 INFO  [io.quarkus] (main) app 1.0 on JVM (powered by "
            + "Quarkus 3.32.1) started in 2.997s. Listening on: http://127.0.0.1:36983";

    @Test
    void readsHowLongTheBuildTook() {
        assertThat(Announcement.AUGMENTED.millisIn(AUGMENTED)).hasValue(13040);
    }

    @Test
    void readsHowLongTheStartTook() {
        assertThat(Announcement.STARTED.millisIn(STARTED)).hasValue(2997);
    }

    @Test
    void takesNoOtherLineForAnAnnouncement() {
        assertThat(Announcement.AUGMENTED.millisIn(STARTED)).isEmpty();
        assertThat(Announcement.STARTED.millisIn(AUGMENTED)).isEmpty();
        assertThat(Announcement.STARTED.millisIn("Profile prod activated.")).isEmpty();
    }
}
