package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says in one line why a folder cannot be a spool. */
final class FolderRefusal {

    private FolderRefusal() {
    }

    static IllegalStateException of(Path directory, IOException cause) {
        return new IllegalStateException("quarkus.steptrace.export.spool.directory must be a directory that this process can"
                + " write and no other process uses, was " + directory + " (" + reason(cause) + ")", cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof FileAlreadyExistsException) {
            return "Not a directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "Permission denied";
        }
        String reason = cause instanceof FileSystemException of ? of.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
