package io.steptrace.runtime.internal.export.disk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one process to a folder, held by a lock on the file {@code .lock} in it, which stays there. */
final class FolderLock implements AutoCloseable {

    /**
     * Closing any channel of a file gives up all POSIX locks that the process has on it, so a folder that is held must not even
     * be tried a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final Object key;

    private FolderLock(Path file, FileChannel channel, Object key) {
        this.file = file;
        this.channel = channel;
        this.key = key;
    }

    /** Creates the folder where it is missing, locks it and proves that it can be written. */
    static FolderLock acquire(Path directory) throws IOException {
        // asked first, since createDirectories refuses a link to a directory
        if (!Files.isDirectory(directory)) {
            create(directory.toAbsolutePath());
        }
        Path real = directory.toRealPath();
        OwnerRights.check(real);
        Path file = real.resolve(".lock");
        if (!HELD.add(file)) {
            throw inUse(file);
        }
        FolderLock acquired = null;
        try {
            acquired = lock(file);
            return acquired;
        } finally {
            if (acquired == null) {
                HELD.remove(file);
            }
        }
    }

    /**
     * Whether the folder still is the one that was locked.
     *
     * @throws IOException if that cannot be seen now
     */
    boolean isHeld() throws IOException {
        try {
            return Objects.equals(key, key(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the end of the process releases it
        } finally {
            HELD.remove(file);
        }
    }

    /** Those above it have the usual rights. */
    private static void create(Path directory) throws IOException {
        Path above = directory.getParent();
        if (above != null && !Files.isDirectory(above)) {
            Files.createDirectories(above);
        }
        Files.createDirectories(directory, OwnerRights.ofFolder(directory));
    }

    private static FolderLock lock(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            // what a link leads to is not ours to truncate, and a pipe may never open
            throw new FileSystemException(file.toString(), null, "its .lock is no regular file");
        }
        FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OwnerRights.ofFile(file));
        FolderLock acquired = null;
        try {
            if (channel.tryLock() == null) {
                throw inUse(file);
            }
            sign(channel);
            acquired = new FolderLock(file, channel, key(file));
            return acquired;
        } catch (OverlappingFileLockException e) {
            throw inUse(file);
        } finally {
            if (acquired == null) {
                channel.close();
            }
        }
    }

    /** For those who look into the folder; a volume without room for it is locked all the same. */
    private static void sign(FileChannel channel) {
        try {
            channel.truncate(0).write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        } catch (IOException e) {
            // opened for writing, it has shown that it may be written
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    private static FileSystemException inUse(Path file) {
        return new FileSystemException(file.toString(), null, "another spool holds its lock");
    }
}
