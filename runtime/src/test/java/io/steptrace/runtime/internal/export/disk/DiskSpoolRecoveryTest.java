package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.LossListener.SPOOL_DAMAGED;
import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.RecordedLosses.Loss;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** In all states of the files, what is whole is delivered unaltered and what is not is counted. */
class DiskSpoolRecoveryTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);
    private static final List<String> BODIES = List.of("first", "second one", "the third");
    private static final int FIRST_BODY = RecordHeader.BYTES;
    private static final int SECOND = FIRST_BODY + "first".length();

    @TempDir
    Path temp;

    private Path folder;
    private byte[] whole;

    @BeforeEach
    void fill() throws IOException {
        folder = temp.resolve("spool");
        try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, new RecordedLosses())) {
            for (int i = 0; i < BODIES.size(); i++) {
                spool.offer(batch(BODIES.get(i), 10 + i));
            }
        }
        whole = Files.readAllBytes(Folders.onlySegment(folder));
    }

    @Test
    void everyCutLeavesTheWholeRecordsAndTellsOfTheTail() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            int records = 0;
            int end = 0;
            while (end + RecordHeader.BYTES + BODIES.get(records).length() <= length) {
                end += RecordHeader.BYTES + BODIES.get(records).length();
                records++;
            }
            int tail = length - end;
            Recovered recovered = recover(Arrays.copyOf(whole, length));
            assertThat(recovered.bodies).as("cut at %d", length).isEqualTo(BODIES.subList(0, records));
            if (tail == 0) {
                assertThat(recovered.losses).as("cut at %d", length).isEmpty();
            } else {
                assertThat(recovered.losses).as("cut at %d", length)
                        .containsExactly(new Loss(SPOOL_DAMAGED, tail < RecordHeader.BYTES ? 0 : 10 + records));
            }
        }
    }

    @Test
    void noDamagedBitAltersInventsOrHidesABody() throws IOException {
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit <= 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (bit == 8 ? 0xFF : 1 << bit);
                Recovered recovered = recover(damaged);
                assertThat(recovered.bodies).as("flip at %d", at)
                        .isEqualTo(BODIES.stream().filter(recovered.bodies::contains).toList());
                if (recovered.bodies.size() < BODIES.size()) {
                    assertThat(recovered.losses).as("flip at %d", at).hasSize(1);
                }
            }
        }
    }

    @Test
    void aDamagedBodyIsPassedOver() throws IOException {
        byte[] damaged = whole.clone();
        damaged[FIRST_BODY]++;
        Recovered recovered = recover(damaged);
        assertThat(recovered.bodies).containsExactly("second one", "the third");
        assertThat(recovered.losses).containsExactly(new Loss(SPOOL_DAMAGED, 10));
    }

    @Test
    void behindADamagedHeaderNothingCanBeToldApart() throws IOException {
        byte[] damaged = whole.clone();
        damaged[SECOND + 5]++;
        Recovered recovered = recover(damaged);
        assertThat(recovered.bodies).containsExactly("first");
        assertThat(recovered.losses).containsExactly(new Loss(SPOOL_DAMAGED, 0));
    }

    @Test
    void damageIsToldOnce() throws IOException {
        byte[] damaged = whole.clone();
        damaged[FIRST_BODY]++;
        damaged[SECOND + 5]++;
        Files.write(Folders.onlySegment(folder), damaged);
        RecordedLosses losses = new RecordedLosses();
        DiskSpool.open(folder, WIDE, WIDE, losses).close();
        for (int start = 0; start < 2; start++) {
            try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, losses)) {
                assertThat(drain(spool)).isEmpty();
            }
        }
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_DAMAGED, 0), new Loss(SPOOL_DAMAGED, 10));
        assertThat(Folders.segments(folder)).isEmpty();
    }

    @Test
    void newBatchesNeverGoBehindATornTail() throws IOException {
        Path torn = Folders.onlySegment(folder);
        Files.write(torn, Arrays.copyOf(whole, whole.length - 1));
        try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, new RecordedLosses())) {
            spool.offer(batch("fresh", 1));
            assertThat(Folders.segments(folder)).hasSize(2).startsWith(torn);
            assertThat(drain(spool)).containsExactly("first", "second one", "fresh");
        }
    }

    @Test
    void foreignFilesStayAndEmptySegmentsGo() throws IOException {
        Path foreign = Files.writeString(folder.resolve("notes.spool"), "mine");
        Path empty = Files.createFile(folder.resolve("0000000000000007.spool"));
        RecordedLosses losses = new RecordedLosses();
        try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, losses)) {
            assertThat(empty).doesNotExist();
            assertThat(drain(spool)).isEqualTo(BODIES);
        }
        assertThat(foreign).hasContent("mine");
        assertThat(losses.all()).isEmpty();
    }

    private Recovered recover(byte[] segment) throws IOException {
        Path copy = Files.createDirectory(temp.resolve("copy"));
        Files.write(copy.resolve("0000000000000001.spool"), segment);
        RecordedLosses losses = new RecordedLosses();
        try (Spool spool = DiskSpool.open(copy, WIDE, WIDE, losses)) {
            return new Recovered(drain(spool), losses.all());
        } finally {
            Folders.delete(copy);
        }
    }

    private record Recovered(List<String> bodies, List<Loss> losses) {
    }
}
