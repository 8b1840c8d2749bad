package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;

/** Says in one line why a folder cannot be a spool. */
final class FolderRefusal {

    private static final Set<String> NO_ROOM = Set.of("No space left on device", "Disk quota exceeded");

    /** Enough for a name in a folder and an empty file. */
    private static final long LEAST_ROOM_BYTES = 16 * 1024;

    private FolderRefusal() {
    }

    static IllegalStateException of(Path directory, IOException cause) {
        return new IllegalStateException("quarkus.steptrace.export.spool.directory must be a directory that this process can"
                + " write and no other process uses, was " + directory + " (" + reason(cause) + ")", cause);
    }

    /**
     * Whether there is no room in the folder, which is the right one and may have room later. Users with a language of their
     * own have the reason in it, so the volume is asked as well.
     */
    static boolean isForRoom(Path directory, IOException cause) {
        String reason = reason(cause);
        return NO_ROOM.contains(reason) || roomIn(directory.toAbsolutePath()) < LEAST_ROOM_BYTES;
    }

    /** In a few words, the same for the same cause. */
    static String reason(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "out of memory";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "Not a directory";
        }
        if (cause instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "Permission denied";
        }
        String reason = cause instanceof FileSystemException of ? of.getReason()
                : cause instanceof IOException ? cause.getMessage() : null;
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    private static long roomIn(Path directory) {
        Path existing = directory;
        while (existing != null && !Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null ? Long.MAX_VALUE : Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
