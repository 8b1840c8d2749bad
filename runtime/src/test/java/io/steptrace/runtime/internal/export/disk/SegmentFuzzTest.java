package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;
import io.steptrace.runtime.internal.fuzz.Allocation;
import io.steptrace.runtime.internal.fuzz.Mutations;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Segments that a spool finds at its start: whatever is in them, it goes on behind them, and believes no length. */
class SegmentFuzzTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);

    private static Path folder;

    @BeforeContainer
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("spool");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        Folders.delete(folder);
    }

    @Property
    void theSpoolGoesOnBehindIt(@ForAll("segments") byte[] segment) throws Exception {
        Files.write(folder.resolve("0000000000000001.spool"), segment);
        Allocation.bounded(() -> {
            RecordedLosses losses = new RecordedLosses();
            try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, losses)) {
                spool.offer(batch("own", 1));
                assertThat(drain(spool)).endsWith("own");
                assertThat(spool.fill().batches()).isZero();
            }
            assertThat(losses.all()).allSatisfy(loss -> assertThat(loss.spans()).isNotNegative());
        });
        emptied();
    }

    /** A segment of a later version stays where it is. */
    private static void emptied() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".spool")).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<byte[]> segments() {
        ByteArrayOutputStream honest = new ByteArrayOutputStream();
        for (String body : List.of("a", "bc", "def")) {
            honest.writeBytes(Forgery.of(body.length(), 1, body));
        }
        return Mutations
                .of(List.of(honest.toByteArray(), Forgery.of(-19, 1, "12345"), Forgery.of(5, Integer.MAX_VALUE, "12345"),
                        Forgery.of(Integer.MAX_VALUE, 1, "12345"), Forgery.of(5, 3, "12345")));
    }
}
