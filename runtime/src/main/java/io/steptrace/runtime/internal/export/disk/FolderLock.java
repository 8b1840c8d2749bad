package io.steptrace.runtime.internal.export.disk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Creates the folder where it is missing, locks it and proves that it can be written. */
    static FolderLock acquire(Path directory) throws IOException {
        // asked first, since createDirectories refuses a link to a directory
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        Path file = directory.toRealPath().resolve(".lock");
        if (!HELD.add(file)) {
            throw inUse(file);
        }
        try {
            return new FolderLock(file, lock(file));
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
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

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(file);
            }
            channel.truncate(0).write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static FileSystemException inUse(Path file) {
        return new FileSystemException(file.toString(), null, "another spool holds its lock");
    }
}
