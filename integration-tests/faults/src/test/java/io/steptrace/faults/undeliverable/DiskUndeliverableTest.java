package io.steptrace.faults.undeliverable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.faults.CollectorResource;

/** What is split has to find its place on the disk again. */
@QuarkusTest
@TestProfile(DiskUndeliverableTest.OnDisk.class)
@WithTestResource(CollectorResource.class)
class DiskUndeliverableTest extends HttpUndeliverableTest {

    public static class OnDisk extends Hasty {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("quarkus.steptrace.export.spool", "disk");
            try {
                config.put("quarkus.steptrace.export.spool.directory", Files.createTempDirectory("spool").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return config;
        }
    }
}
