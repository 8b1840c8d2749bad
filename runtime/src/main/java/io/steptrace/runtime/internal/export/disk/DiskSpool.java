package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.export.disk.StoredRecord.Place;
import io.steptrace.runtime.internal.export.spool.OrderedSpool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/**
 * A spool in a folder of its own: what was accepted outlives the process, even one that is killed. It does not outlive a power
 * failure, since nothing waits for the disk. A batch whose delivery could not be noted any more is sent twice, never lost.
 * What the disk does not take waits in memory, within limits of its own, and moves to the disk as soon as that takes it.
 * Its {@link #fill} counts the bytes of the files, which shrink by whole segments, and those in memory. Thread-safe.
 */
public final class DiskSpool extends OrderedSpool<HeldBatch> {

    /** Below it are the numbers of those that an earlier process left, which are older whenever they are found. */
    private static final long FIRST_NUMBER = 1L << 32;

    /** In bytes: the thread that offers does not wait for more. */
    private static final long MOVED_AT_ONCE = 4 * 1024 * 1024;
    private final LossListener losses;
    private final SpoolFolder folder;
    private final HeldBatches held;
    private final SpoolRoom room;
    private final Departures departures;
    private long recovered;
    private volatile String writeRefusal;
    private volatile SpoolFill fill = SpoolFill.EMPTY;

    private DiskSpool(Path directory, HeldBatches held, SpoolLimits limits, SpoolLimits memory, LossListener losses) {
        super(held.queue(), FIRST_NUMBER, losses);
        this.held = held;
        this.folder = new SpoolFolder(directory, limits.maxBytes(), losses);
        this.room = new SpoolRoom(limits, memory, held, folder, losses);
        this.departures = new Departures(held, folder, losses);
        this.losses = losses;
    }

    /**
     * Opens the spool in this folder, which is created where it is missing, with all that an earlier process left there.
     *
     * @param memory limits of what waits in memory because the disk does not take it
     * @throws IllegalStateException if the folder cannot be used, for another reason than that its volume is full; the message
     *         is for the user
     */
    public static DiskSpool open(Path directory, SpoolLimits limits, SpoolLimits memory, LossListener losses) {
        DiskSpool spool = new DiskSpool(directory, new HeldBatches(), limits, memory, losses);
        try {
            spool.enter();
        } catch (IOException e) {
            if (!FolderRefusal.isForRoom(directory, e)) {
                throw FolderRefusal.of(directory, e);
            }
            spool.writeRefusal = FolderRefusal.reason(e);
        }
        spool.publishFill();
        return spool;
    }

    @Override
    protected boolean couldHold(Batch batch) {
        return room.couldHold(batch);
    }

    /** {@inheritDoc} If the disk takes the batch, the operating system has it when this returns. */
    @Override
    protected void hold(long number, Batch batch) {
        List<HeldBatch> youngest = List.of(new HeldBatch(batch));
        held.join(number, youngest.get(0));
        spread(youngest);
        publishFill();
    }

    /**
     * {@inheritDoc} A damaged batch is counted and passed over. One that the disk refuses to read keeps its place for the next
     * time, and the oldest that can be had goes before it. One for which there is no memory keeps its place as well, and none
     * goes before it; the third time in a row it is lost.
     */
    @Override
    protected Batch takeOldest() {
        Batch batch = departures.take();
        publishFill();
        return batch;
    }

    @Override
    protected Batch takeYounger(int skipped) {
        Batch batch = departures.takeBehind(skipped);
        publishFill();
        return batch;
    }

    @Override
    protected void split(List<Batch> parts) {
        try {
            // while the whole is known, or it would be found anew in a folder that has come back
            enter();
        } catch (IOException e) {
            writeRefusal = FolderRefusal.reason(e);
        }
        List<HeldBatch> places = parts.stream().map(HeldBatch::new).toList();
        HeldBatch whole = held.replace(places);
        spread(places);
        // only now, so that a crash in between sends it twice and does not lose it
        whole.markDone(folder);
        publishFill();
    }

    @Override
    protected void forget() {
        held.land().markDone(folder);
        publishFill();
    }

    /** {@inheritDoc} What is in memory moves to the disk first, as far as that takes it. */
    @Override
    protected void release() {
        moveToDisk(Long.MAX_VALUE);
        try {
            held.drop(HeldBatch::isInMemory, left -> losses.lost(LossListener.SHUTDOWN, left.spans()));
        } finally {
            folder.close();
        }
        publishFill();
    }

    /** {@inheritDoc} Published at the end of each operation: a disk that hangs makes operations wait, and not this. */
    @Override
    public SpoolFill fill() {
        return fill;
    }

    @Override
    public String medium() {
        return writeRefusal == null ? "disk" : "memory";
    }

    @Override
    public String refusal() {
        return writeRefusal == null ? departures.refusal() : writeRefusal;
    }

    private void publishFill() {
        try {
            fill = new SpoolFill(held.queue().size(), held.spans(), folder.bytes() + held.sumsInMemory().bytes());
        } catch (OutOfMemoryError e) {
            // the next operation does
        }
    }

    /** Takes up what is in the folder, if that is a new one to this process: at the start, and after it was deleted. */
    private void enter() throws IOException {
        List<StoredRecord> inFolder = folder.enter();
        if (inFolder == null) {
            return;
        }
        boolean isTakenUp = false;
        try {
            takeUp(inFolder);
            isTakenUp = true;
        } finally {
            if (!isTakenUp) {
                // the next attempt finds what is not held yet
                folder.close();
            }
        }
    }

    private void takeUp(List<StoredRecord> inFolder) throws IOException {
        Map<Place, StoredRecord> found = new LinkedHashMap<>();
        inFolder.forEach(stored -> found.put(stored.place(), stored));
        held.foundAgain(found, gone -> losses.lost(LossListener.SPOOL_DAMAGED, gone.spans()));
        found.values().forEach(stored -> held.join(++recovered, new HeldBatch(stored)));
        room.oversized();
        room.forSpans();
        room.onDisk(0);
    }

    /**
     * Finds room for those that have just joined. Whatever goes wrong, they stay: an error would have them counted as lost, and
     * sent as well.
     */
    private void spread(List<HeldBatch> youngest) {
        try {
            room.forSpans();
            moveToDisk(MOVED_AT_ONCE);
            youngest.forEach(room::inMemory);
        } catch (RuntimeException | Error e) {
            writeRefusal = FolderRefusal.reason(e);
        }
    }

    /** Oldest first, so that their order on the disk is theirs; until it takes no more, or this many bytes are moved. */
    private void moveToDisk(long mostBytes) {
        try {
            long left = mostBytes;
            for (HeldBatch next : held.inMemory()) {
                if (left <= 0) {
                    return;
                }
                enter();
                Batch batch = next.read(folder);
                if (!room.onDisk(RecordHeader.recordBytes(batch))) {
                    return;
                }
                held.moved(next, folder.append(batch));
                writeRefusal = null;
                left -= batch.body().length;
            }
        } catch (IOException | RuntimeException | Error e) {
            writeRefusal = FolderRefusal.reason(e);
        }
    }
}
