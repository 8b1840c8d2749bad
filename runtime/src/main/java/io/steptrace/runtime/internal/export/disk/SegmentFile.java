package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One file, opened anew for each access: a spool of many segments holds no descriptors, and an interrupt, which closes the
 * channel a thread is using, costs a second attempt and not the file. All positions are absolute, so a second attempt is
 * harmless.
 */
record SegmentFile(Path path) {

    /** For what is not in a direct buffer the JDK keeps one of its size for each thread, and any thread may offer. */
    private static final int SLICE_BYTES = 64 * 1024;

    /** Something done with the open file, perhaps more than once. */
    @FunctionalInterface
    interface Access<T> {
        T on(FileChannel channel) throws IOException;
    }

    /** Creates it, empty; never one that is there, nor where a link leads. */
    void create() throws IOException {
        Files.createFile(path, OwnerRights.ofFile(path));
    }

    <T> T open(Access<T> access, OpenOption option) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(path, option, LinkOption.NOFOLLOW_LINKS)) {
                    return access.on(channel);
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writes all of the buffers one after the other. */
    void write(long position, ByteBuffer... from) throws IOException {
        open(channel -> {
            long at = position;
            for (ByteBuffer buffer : from) {
                buffer.rewind();
                while (buffer.hasRemaining()) {
                    int count = channel.write(slice(buffer), at);
                    buffer.position(buffer.position() + count);
                    at += count;
                }
            }
            return at;
        }, StandardOpenOption.WRITE);
    }

    /** @return whether the file was long enough to fill all of the buffers */
    boolean read(long position, ByteBuffer... into) throws IOException {
        return open(channel -> read(channel, position, into), StandardOpenOption.READ);
    }

    static boolean read(FileChannel channel, long position, ByteBuffer... into) throws IOException {
        long at = position;
        for (ByteBuffer buffer : into) {
            buffer.clear();
            while (buffer.hasRemaining()) {
                int count = channel.read(slice(buffer), at);
                if (count < 0) {
                    return false;
                }
                buffer.position(buffer.position() + count);
                at += count;
            }
        }
        return true;
    }

    private static ByteBuffer slice(ByteBuffer buffer) {
        return buffer.slice(buffer.position(), Math.min(buffer.remaining(), SLICE_BYTES));
    }

    void truncate(long length) throws IOException {
        open(channel -> channel.truncate(length), StandardOpenOption.WRITE);
    }
}
