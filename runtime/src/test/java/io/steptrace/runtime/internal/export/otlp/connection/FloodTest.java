package io.steptrace.runtime.internal.export.otlp.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.steptrace.runtime.internal.export.otlp.OtlpTransport;
import io.steptrace.runtime.internal.export.otlp.Transports;

/** Whatever a hostile collector sends without end, its connection takes a bounded part of it. */
class FloodTest {

    /** What the systems at both ends hold beside what was read. */
    private static final long SOCKETS_BYTES = 16 << 20;

    private final Transports transports = new Transports();

    @AfterEach
    void close() {
        transports.close();
    }

    @ParameterizedTest
    @EnumSource
    void endsItsConnection(Flood flood) throws IOException, InterruptedException {
        try (FloodingPort port = new FloodingPort(flood)) {
            String endpoint = "http://127.0.0.1:" + port.number();

            try (OtlpTransport transport = flood.isHttp2() ? transports.grpc(endpoint) : transports.http(endpoint)) {
                Transports.failure(transport);

                // while the client is open, so that only its own bound closes the connection
                assertThat(port.awaitClosed()).isLessThan(InboundLimit.MAX_BYTES + SOCKETS_BYTES);
            }
        }
    }
}
