package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who may read and write a spool: its owner alone, where the file system has rights. */
final class OwnerRights {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> WRITE_OF_OTHERS = EnumSet.of(PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_WRITE);

    private OwnerRights() {
    }

    /** Of a new folder. */
    static FileAttribute<?>[] ofFolder(Path folder) {
        return attributes(folder, FOLDER);
    }

    /** Of a new file. */
    static FileAttribute<?>[] ofFile(Path file) {
        return attributes(file, FILE);
    }

    /** Refuses a folder into which another user may put what this process would send. */
    static void check(Path folder) throws IOException {
        if (!hasRights(folder)) {
            return;
        }
        PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
        UserPrincipal user = user(folder);
        if (user != null && !user.equals(attributes.owner())) {
            throw refusal(folder, "it belongs to " + attributes.owner().getName() + " and not to " + user.getName());
        }
        if (!Collections.disjoint(attributes.permissions(), WRITE_OF_OTHERS)) {
            throw refusal(folder, "other users may write to it");
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return hasRights(path) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) }
                : new FileAttribute<?>[0];
    }

    private static boolean hasRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The user this process runs as; null in a container that has no name for it. */
    private static UserPrincipal user(Path path) throws IOException {
        try {
            return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
        } catch (UserPrincipalNotFoundException e) {
            return null;
        }
    }

    private static FileSystemException refusal(Path folder, String reason) {
        return new FileSystemException(folder.toString(), null, reason);
    }
}
