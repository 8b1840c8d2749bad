package io.steptrace.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.google.protobuf.InvalidProtocolBufferException;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.TracesData;

/**
 * What the file exporter of an OpenTelemetry Collector has written: requests, each behind its length. One that was cut off when
 * the collector was killed is none.
 */
public record SpanFiles(Path folder) {

    private static final String ENDING = ".spans";

    /** The file that is being written. */
    public Path current() {
        return folder.resolve("current" + ENDING);
    }

    /** Has the next start of the collector begin a new file. */
    public void rotate() {
        try {
            if (Files.exists(current())) {
                Files.move(current(), Files.createTempFile(folder, "killed", ENDING),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How often each span is in the files, by span id. */
    public Map<String, Integer> deliveries() {
        Map<String, Integer> deliveries = new HashMap<>();
        forEach(spans -> spans.getScopeSpansList().stream().flatMap(scope -> scope.getSpansList().stream())
                .map(span -> HexFormat.of().formatHex(span.getSpanId().toByteArray()))
                .forEach(spanId -> deliveries.merge(spanId, 1, Integer::sum)));
        return deliveries;
    }

    /** Reads all files, a request at a time. */
    public void forEach(Consumer<ResourceSpans> reader) {
        for (Path file : files()) {
            try (FileChannel channel = FileChannel.open(file)) {
                // mapped, as there may be more of it than of the heap
                read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** How large the files are in all. */
    public long bytes() {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void read(ByteBuffer file, Consumer<ResourceSpans> reader) throws InvalidProtocolBufferException {
        while (file.remaining() >= Integer.BYTES) {
            int length = file.getInt();
            if (length > file.remaining()) {
                return;
            }
            TracesData.parseFrom(file.slice(file.position(), length)).getResourceSpansList().forEach(reader);
            file.position(file.position() + length);
        }
    }
}
