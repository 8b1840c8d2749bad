package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLaws;

/**
 * The laws where the disk can neither be written nor read for a while. It is not opened again: what could not be marked as
 * delivered would be found a second time.
 */
class DiskSpoolFailureLawsTest extends SpoolLaws {

    @Override
    protected Subject subject(LossListener losses) throws IOException {
        return new OnAndOff(Files.createTempDirectory("spool"), losses);
    }

    private static final class OnAndOff implements Subject {

        private final Path temp;
        private final Path folder;
        private final Spool spool;

        OnAndOff(Path temp, LossListener losses) {
            this.temp = temp;
            this.folder = temp.resolve("spool");
            this.spool = DiskSpool.open(folder, NARROW, NARROW, losses);
        }

        @Override
        public Spool spool() {
            return spool;
        }

        @Override
        public long maxBytes() {
            return 2 * NARROW.maxBytes();
        }

        @Override
        public void disturb() throws IOException {
            if (Files.isDirectory(folder)) {
                Folders.putAway(folder);
            } else {
                Folders.putBack(folder);
            }
        }

        @Override
        public void close() throws IOException {
            spool.close();
            if (!Files.isDirectory(folder)) {
                disturb();
            }
            Folders.delete(folder);
            Files.delete(temp);
        }
    }
}
