package io.steptrace.runtime.internal.waits.jfr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The chunk of events that the JDK is writing: it is ended, and a new one begun, to be read as a whole. */
final class EndedChunk {

    /** The JDK begins another by itself after 12 MB. */
    static final int MAX_BYTES = 16 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private EndedChunk() {
    }

    /** Reads the events since an instant, and what the chunk holds of the time before; nothing if that is too much. */
    static void read(Instant since, Consumer<RecordedEvent> reader) throws IOException {
        Path file = Files.createTempFile("steptrace-waits", ".jfr");
        try {
            if (copy(since, file)) {
                read(file, reader);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static boolean copy(Instant since, Path file) throws IOException {
        try (Recording snapshot = FlightRecorder.getFlightRecorder().takeSnapshot();
                InputStream events = snapshot.getStream(since, null)) {
            return events != null && copy(events, file);
        }
    }

    private static boolean copy(InputStream events, Path file) throws IOException {
        try (OutputStream copy = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            int size = 0;
            for (int read = events.read(buffer); read >= 0; read = events.read(buffer)) {
                size += read;
                if (size > MAX_BYTES) {
                    return false;
                }
                copy.write(buffer, 0, read);
            }
            return size > 0;
        }
    }

    private static void read(Path file, Consumer<RecordedEvent> reader) throws IOException {
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                reader.accept(events.readEvent());
            }
        }
    }
}
