package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.LossListener.SHUTDOWN;
import static io.steptrace.runtime.internal.export.LossListener.SPOOL_DAMAGED;
import static io.steptrace.runtime.internal.export.LossListener.SPOOL_FULL;
import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static io.steptrace.runtime.internal.export.spool.Batches.sized;
import static io.steptrace.runtime.internal.export.spool.Batches.text;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.RecordedLosses.Loss;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** A disk that refuses is no reason to lose a span, as long as the memory holds it. */
class DiskSpoolRefusalTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);
    private static final SpoolLimits SMALL = new SpoolLimits(1_000, 1_000);

    private final RecordedLosses losses = new RecordedLosses();

    private Path folder;
    private Spool spool;

    @BeforeEach
    void open(@TempDir Path temp) {
        folder = temp.resolve("spool");
        spool = DiskSpool.open(folder, WIDE, SMALL, losses);
    }

    @AfterEach
    void close() {
        spool.close();
    }

    @Test
    void whatTheDiskDoesNotTakeIsDeliveredFromMemory() throws IOException {
        Folders.putAway(folder);
        spool.offer(batch("a", 2));
        spool.offer(batch("b", 3));

        assertThat(spool.medium()).isEqualTo("memory");
        assertThat(spool.refusal()).isEqualTo("Not a directory");
        assertThat(spool.fill().spans()).isEqualTo(5);
        assertThat(spool.fill().bytes()).isEqualTo(2);
        assertThat(drain(spool)).containsExactly("a", "b");
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void theDiskIsUsedAgainAndGetsWhatItRefusedInOrder() throws IOException {
        spool.offer(batch("a", 1));
        Folders.putAway(folder);
        spool.offer(batch("b", 1));
        spool.offer(batch("c", 1));
        Folders.putBack(folder);
        spool.offer(batch("d", 1));

        assertThat(spool.medium()).isEqualTo("disk");
        assertThat(spool.refusal()).isNull();
        spool.close();
        spool = DiskSpool.open(folder, WIDE, SMALL, losses);
        assertThat(drain(spool)).containsExactly("a", "b", "c", "d");
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void whatCannotBeReadKeepsItsPlaceWhileTheRestIsDelivered() throws IOException {
        long first = spool.offer(batch("a", 1));
        spool.offer(batch("b", 1));
        Folders.putAway(folder);
        spool.offer(batch("c", 1));
        spool.offer(batch("d", 1));

        assertThat(text(spool.take())).isEqualTo("c");
        assertThat(spool.oldest()).isEqualTo(first);
        spool.putBack();
        assertThat(drain(spool)).containsExactly("c", "d");
        assertThat(spool.take()).isNull();
        assertThat(spool.fill().spans()).isEqualTo(2);

        Folders.putBack(folder);
        assertThat(drain(spool)).containsExactly("a", "b");
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void whatIsPutBackReturnsToItsPlace() throws IOException {
        spool.offer(batch("a", 1));
        Folders.putAway(folder);
        spool.offer(batch("b", 1));
        spool.offer(batch("c", 1));
        assertThat(text(spool.take())).isEqualTo("b");
        Folders.putBack(folder);
        spool.putBack();

        assertThat(drain(spool)).containsExactly("a", "b", "c");
    }

    @Test
    void aFolderThatWasDeletedIsCreatedAndLockedAnew() throws IOException {
        spool.offer(batch("a", 1));
        Folders.delete(folder);
        spool.offer(batch("b", 2));

        assertThat(spool.medium()).isEqualTo("disk");
        assertThat(folder.resolve(".lock")).exists();
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_DAMAGED, 1));
        assertThat(drain(spool)).containsExactly("b");
    }

    @Test
    void whatIsStillInAFolderThatLostItsLockIsDeliveredOnceAndInOrder() throws IOException {
        spool.offer(batch("a", 1));
        spool.offer(batch("b", 1));
        spool.offer(batch("c", 1));
        assertThat(text(spool.take())).isEqualTo("a");
        Files.delete(folder.resolve(".lock"));
        spool.offer(batch("d", 1));
        spool.settle();

        assertThat(spool.fill().spans()).isEqualTo(3);
        assertThat(drain(spool)).containsExactly("b", "c", "d");
        assertThat(losses.all()).isEmpty();
        assertThat(Folders.segments(folder)).isEmpty();
    }

    @Test
    void aFolderThatAnotherSpoolHasTakenMeanwhileIsLeftAlone(@TempDir Path temp) throws IOException {
        Path folderOfTheOther = temp.resolve("other");
        try (Spool other = DiskSpool.open(folderOfTheOther, WIDE, SMALL, losses)) {
            other.offer(batch("of the other", 1));
        }
        spool.offer(batch("old", 7));
        byte[] leftByTheOther = Files.readAllBytes(Folders.onlySegment(folderOfTheOther));
        Folders.delete(folder);
        Files.createDirectory(folder);
        try (FileChannel other = FileChannel.open(folder.resolve(".lock"), CREATE, WRITE)) {
            other.lock();
            Files.write(folder.resolve("0000000000000001.spool"), leftByTheOther);
            spool.offer(batch("a", 1));
            assertThat(spool.refusal()).isEqualTo("another spool holds its lock");
        }
        spool.offer(batch("b", 1));

        assertThat(spool.medium()).isEqualTo("disk");
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_DAMAGED, 7));
        assertThat(drain(spool)).containsExactly("of the other", "a", "b");
    }

    @Test
    void theOldestInMemoryGoFirstWhenThatIsFull() throws IOException {
        spool.offer(batch("on disk", 1));
        Folders.putAway(folder);
        spool.offer(sized(400, 2));
        spool.offer(sized(400, 3));
        spool.offer(sized(400, 4));

        assertThat(losses.all()).containsExactly(new Loss(SPOOL_FULL, 2));
        assertThat(spool.take().spans()).isEqualTo(3);
        spool.offer(sized(601, 5));
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_FULL, 2), new Loss(SPOOL_FULL, 5));
        assertThat(spool.fill().spans()).isEqualTo(1 + 3 + 4);
    }

    @Test
    void aDiskThatRefusesIsGivenAnotherChanceAtTheEnd() throws IOException {
        Folders.putAway(folder);
        spool.offer(batch("a", 1));
        Folders.putBack(folder);
        spool.close();

        assertThat(spool.fill().spans()).isEqualTo(1);
        spool = DiskSpool.open(folder, WIDE, SMALL, losses);
        assertThat(drain(spool)).containsExactly("a");
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void whatOnlyMemoryHoldsAtTheEndIsCountedAsLost() throws IOException {
        spool.offer(batch("a", 1));
        Folders.putAway(folder);
        spool.offer(batch("b", 2));
        spool.offer(batch("c", 4));
        spool.take();
        spool.close();
        spool.putBack();

        assertThat(losses.all()).containsExactly(new Loss(SHUTDOWN, 2), new Loss(SHUTDOWN, 4));
        assertThat(spool.fill().spans()).isEqualTo(1);
    }
}
