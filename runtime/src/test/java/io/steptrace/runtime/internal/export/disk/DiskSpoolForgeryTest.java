package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.LossListener.SPOOL_DAMAGED;
import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.RecordedLosses.Loss;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** Segments that were put into the folder on purpose, with checksums that are right. */
class DiskSpoolForgeryTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);
    private static final String FIRST = "0000000000000001.spool";

    private final RecordedLosses losses = new RecordedLosses();

    @ParameterizedTest
    @Timeout(20)
    @CsvSource({ "-19, 1", "-20, 1", "-21, 1", "-2147483648, 1", "2147483647, 1", "5, 2000000000", "5, -1" })
    void impossibleLengthsAndCountsAreCutOff(int length, int spans, @TempDir Path folder) throws IOException {
        Files.write(folder.resolve(FIRST), Forgery.of(length, spans, "hello"));
        try (Spool spool = open(folder)) {
            spool.offer(batch("own", 1));
            assertThat(drain(spool)).containsExactly("own");
        }
        assertThat(losses.all()).hasSize(1);
        assertThat(losses.spans()).isLessThanOrEqualTo(1);
        assertThat(Folders.segments(folder)).isEmpty();
    }

    @Test
    void theHighestNumberIsNotCountedFrom(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("9999999999999999.spool"), Forgery.of(6, 1, "forged"));
        try (Spool spool = open(folder)) {
            spool.offer(batch("own", 1));
        }
        try (Spool spool = open(folder)) {
            assertThat(drain(spool)).containsExactlyInAnyOrder("own", "forged");
        }
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void aSegmentOfALaterVersionIsCountedAndLeftAlone(@TempDir Path folder) throws IOException {
        byte[] later = Forgery.of(5, 1, "later");
        later[1]++;
        Files.write(folder.resolve(FIRST), later);
        try (Spool spool = open(folder)) {
            spool.offer(batch("own", 1));
            assertThat(drain(spool)).containsExactly("own");
        }
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_DAMAGED, 0));
        assertThat(folder.resolve(FIRST)).hasBinaryContent(later);
    }

    @Test
    void aLinkInThePlaceOfASegmentIsNotFollowed(@TempDir Path folder) throws IOException {
        Path target = Files.write(folder.resolve("target"), Forgery.of(6, 1, "target"));
        byte[] before = Files.readAllBytes(target);
        Files.createSymbolicLink(folder.resolve(FIRST), target);
        try (Spool spool = open(folder)) {
            spool.offer(batch("own", 1));
            assertThat(drain(spool)).containsExactly("own");
        }
        assertThat(target).hasBinaryContent(before);
        assertThat(folder.resolve(FIRST)).isSymbolicLink();
        assertThat(losses.all()).isEmpty();
    }

    private Spool open(Path folder) {
        return DiskSpool.open(folder, WIDE, WIDE, losses);
    }
}
