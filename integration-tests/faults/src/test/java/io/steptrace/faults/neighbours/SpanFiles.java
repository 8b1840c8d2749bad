package io.steptrace.faults.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

import com.google.protobuf.InvalidProtocolBufferException;

import io.opentelemetry.proto.trace.v1.TracesData;

/**
 * What the file exporter of an OpenTelemetry Collector has written: requests, each behind its length. One that was cut off when
 * the collector was killed is none.
 */
record SpanFiles(Path folder) {

    private static final String ENDING = ".spans";

    /** The file that is being written. */
    Path current() {
        return folder.resolve("current" + ENDING);
    }

    /** Has the next start of the collector begin a new file. */
    void rotate() {
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
    Map<String, Integer> deliveries() {
        Map<String, Integer> deliveries = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                read(ByteBuffer.wrap(Files.readAllBytes(file)), deliveries);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return deliveries;
    }

    private static void read(ByteBuffer file, Map<String, Integer> deliveries) throws InvalidProtocolBufferException {
        while (file.remaining() >= Integer.BYTES) {
            int length = file.getInt();
            if (length > file.remaining()) {
                return;
            }
            spanIds(TracesData.parseFrom(file.slice(file.position(), length)))
                    .forEach(spanId -> deliveries.merge(spanId, 1, Integer::sum));
            file.position(file.position() + length);
        }
    }

    private static Stream<String> spanIds(TracesData traces) {
        return traces.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> HexFormat.of().formatHex(span.getSpanId().toByteArray()));
    }
}
