package io.steptrace.threads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Watches the virtual threads of this JVM for waits that keep their carrier, however short. */
final class PinRecording implements AutoCloseable {

    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final String STARTED = "jdk.VirtualThreadStart";

    private final Recording recording = new Recording();
    private List<RecordedEvent> events = List.of();

    private PinRecording() {
        recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
        recording.enable(STARTED).withoutStackTrace();
        recording.start();
    }

    static PinRecording begun() {
        return new PinRecording();
    }

    /** Ends it, and reads what it has seen. */
    void end() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("pins", ".jfr");
        try {
            recording.dump(file);
            events = RecordingFile.readAllEvents(file);
        } finally {
            Files.delete(file);
        }
    }

    /** The pinned waits that such a class is to blame for, or may be. */
    List<Pin> pinsBlamedOn(Predicate<String> className) {
        return named(PINNED).stream().map(Pin::new).filter(pin -> pin.isBlamedOn(className)).toList();
    }

    /** How many virtual threads began while it ran. */
    int startedThreads() {
        return named(STARTED).size();
    }

    @Override
    public void close() {
        recording.close();
    }

    private List<RecordedEvent> named(String name) {
        return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
    }
}
