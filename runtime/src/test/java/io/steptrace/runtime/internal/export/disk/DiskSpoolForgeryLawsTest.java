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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing that may stand in a segment keeps a spool from what it is for. */
class DiskSpoolForgeryLawsTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);

    @Provide
    Arbitrary<List<byte[]>> segments() {
        Arbitrary<Integer> length = Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.integers().between(-25, 10));
        Arbitrary<byte[]> record = Combinators.combine(length, Arbitraries.integers()).as(
                (bytes, spans) -> Forgery.of(bytes, spans, "12345"));
        Arbitrary<byte[]> honest = Arbitraries.of("a", "bc").map(body -> Forgery.of(body.length(), 1, body));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
        return Arbitraries.oneOf(record, honest, noise).list().ofMaxSize(8);
    }

    @Property(tries = 200)
    void theSpoolGoesOnBehindIt(@ForAll("segments") List<byte[]> parts) throws IOException {
        Path folder = Files.createTempDirectory("spool");
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            segment.write(part);
        }
        Files.write(folder.resolve("0000000000000001.spool"), segment.toByteArray());
        try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, new RecordedLosses())) {
            spool.offer(batch("own", 1));
            assertThat(drain(spool)).endsWith("own");
            assertThat(spool.fill().batches()).isZero();
        }
        Folders.delete(folder);
    }
}
