package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.LossListener.OUT_OF_MEMORY;
import static io.steptrace.runtime.internal.export.LossListener.SPOOL_FULL;
import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static io.steptrace.runtime.internal.export.spool.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.RecordedLosses.Loss;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** Records that no array takes, whatever the heap: reading one ends as any read does that there is no memory for. */
class DiskSpoolHugeRecordTest {

    private static final SpoolLimits HUGE = new SpoolLimits(1_000, 1L << 40);
    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);

    @TempDir
    Path folder;

    private final RecordedLosses losses = new RecordedLosses();

    @Test
    void aReadWithoutMemoryKeepsAllPlacesAndIsGivenUpTheThirdTime() throws IOException {
        forge("0000000000000001.spool", 7);
        forge("0000000000000002.spool", 5);
        try (Spool spool = DiskSpool.open(folder, HUGE, WIDE, losses)) {
            long own = spool.offer(batch("own", 1));
            for (int time = 1; time <= 2; time++) {
                assertThat(spool.take()).isNull();
                assertThat(spool.takeBehind(1)).isNull();
                assertThat(spool.fill().spans()).isEqualTo(13);
                assertThat(spool.refusal()).isEqualTo("out of memory");
            }
            assertThat(losses.all()).isEmpty();

            // the one behind has failed twice as well
            assertThat(text(spool.take())).isEqualTo("own");
            assertThat(losses.all()).containsExactly(new Loss(OUT_OF_MEMORY, 7), new Loss(OUT_OF_MEMORY, 5));
            assertThat(spool.refusal()).isNull();
            assertThat(spool.oldest()).isEqualTo(own);
        }
        assertThat(Folders.segments(folder)).hasSize(1);
    }

    @Test
    void aReadWithoutMemoryLetsNoOtherGoBefore() throws IOException {
        forge("0000000000000001.spool", 7);
        try (Spool spool = DiskSpool.open(folder, HUGE, WIDE, losses)) {
            spool.offer(batch("own", 1));
            assertThat(spool.take()).isNull();
            assertThat(spool.take()).isNull();
            assertThat(losses.all()).isEmpty();
            assertThat(drain(spool)).containsExactly("own");
        }
        assertThat(losses.all()).containsExactly(new Loss(OUT_OF_MEMORY, 7));
    }

    @Test
    void aRecordAboveTheLimitOfTheFolderCostsNoOlderOne() throws IOException {
        try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, losses)) {
            spool.offer(batch("own", 1));
        }
        forge("0000000000000002.spool", 7);
        try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, losses)) {
            assertThat(losses.all()).containsExactly(new Loss(SPOOL_FULL, 7));
            assertThat(drain(spool)).containsExactly("own");
        }
    }

    /** With a body of holes, which takes no room. */
    private void forge(String name, int spans) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(Forgery.of(Integer.MAX_VALUE, spans, "")));
            file.write(ByteBuffer.allocate(1), RecordHeader.BYTES + (Integer.MAX_VALUE - 1L));
        }
    }
}
