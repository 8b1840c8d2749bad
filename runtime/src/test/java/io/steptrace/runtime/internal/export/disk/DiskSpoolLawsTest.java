package io.steptrace.runtime.internal.export.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLaws;

class DiskSpoolLawsTest extends SpoolLaws {

    @Override
    protected Subject subject(LossListener losses) throws IOException {
        return new InAFolder(Files.createTempDirectory("spool"), losses);
    }

    private static final class InAFolder implements Subject {

        private final Path folder;
        private final LossListener losses;
        private Spool spool;

        InAFolder(Path folder, LossListener losses) {
            this.folder = folder;
            this.losses = losses;
            this.spool = DiskSpool.open(folder, NARROW, NARROW, losses);
        }

        @Override
        public Spool spool() {
            return spool;
        }

        /** While that in flight takes the room of the rest, they wait in memory. */
        @Override
        public long maxBytes() {
            return 2 * NARROW.maxBytes();
        }

        @Override
        public boolean reopen() {
            spool.close();
            spool = DiskSpool.open(folder, NARROW, NARROW, losses);
            return true;
        }

        @Override
        public void check(SpoolFill fill) throws IOException {
            long bytes = 0;
            for (Path segment : Folders.segments(folder)) {
                bytes += Files.size(segment);
            }
            assertThat(bytes).isLessThanOrEqualTo(Math.min(fill.bytes(), NARROW.maxBytes()));
            if (fill.batches() == 0) {
                assertThat(Folders.segments(folder)).isEmpty();
            }
        }

        @Override
        public void close() throws IOException {
            spool.close();
            Folders.delete(folder);
        }
    }
}
