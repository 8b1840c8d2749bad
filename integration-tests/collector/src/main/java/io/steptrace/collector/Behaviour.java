package io.steptrace.collector;

import java.time.Duration;
import java.util.Map;
import java.util.Random;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.vertx.core.buffer.Buffer;

/**
 * What a {@link Collector} does with one request.
 * <p>
 * Spans count as accepted whenever the status is 200, no matter what the rest of the answer is worth, and after
 * {@link #resetAfterAccepting()}. Unless its name says otherwise a behaviour reads the whole body first. Immutable;
 * new ones are written in this package only.
 */
public interface Behaviour {

    int OK = 200;

    String PROTOBUF = "application/x-protobuf";

    void meet(Exchange exchange);

    /** 200 and an empty answer, as a collector in good health gives. */
    static Behaviour accept() {
        return new Answer(OK, Map.of("Content-Type", PROTOBUF), Buffer.buffer(), 0);
    }

    /** The same, a while after the request was read. */
    static Behaviour acceptAfter(Duration delay) {
        return new Delayed(delay);
    }

    static Behaviour status(int status) {
        return status(status, Map.of());
    }

    /** @param headers such as Retry-After */
    static Behaviour status(int status, Map<String, String> headers) {
        return new Answer(status, headers, Buffer.buffer(), 0);
    }

    /** 200 with a partial success: the last {@code rejected} spans of the request are not accepted. */
    static Behaviour partialSuccess(long rejected, String message) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        response.getPartialSuccessBuilder().setRejectedSpans(rejected).setErrorMessage(message);
        return new Answer(OK, Map.of("Content-Type", PROTOBUF), Buffer.buffer(response.build().toByteArray()), rejected);
    }

    /** 200 with bytes that call themselves protobuf and are none. */
    static Behaviour garbage() {
        byte[] bytes = new byte[512];
        // the same bytes each time, or a test would fail once in a while and never again
        new Random(42).nextBytes(bytes);
        return new Answer(OK, Map.of("Content-Type", PROTOBUF), Buffer.buffer(bytes), 0);
    }

    /** 200 with a web page, as a gateway in front of the collector may give. */
    static Behaviour html() {
        return new Answer(OK, Map.of("Content-Type", "text/html"), Buffer.buffer("<html><body>Please log in</body></html>"), 0);
    }

    /** An interim answer first, such as 102, and then 200 as a collector in good health gives. In clear only. */
    static Behaviour interim(int status) {
        return new Interim(status);
    }

    /** 307, which asks for the same request elsewhere. */
    static Behaviour redirect(String location) {
        return status(307, Map.of("Location", location));
    }

    /** Accepts requests up to a size; what is larger meets something else. */
    static Behaviour acceptUpTo(int maxBytes, Behaviour beyond) {
        return new BySize(maxBytes, beyond);
    }

    /** TCP RST once the head is there. */
    static Behaviour resetBeforeReading() {
        return new Reset(Reset.Moment.BEFORE_READING);
    }

    /** TCP RST after the first bytes of the body; of a small body these are all there are. */
    static Behaviour resetMidBody() {
        return new Reset(Reset.Moment.MID_BODY);
    }

    /** Accepts the spans, then TCP RST in place of an answer. */
    static Behaviour resetAfterAccepting() {
        return new Reset(Reset.Moment.AFTER_ACCEPTING);
    }

    /** Reads the request and never answers. */
    static Behaviour stall() {
        return new Stall();
    }

    /** 200, then one byte of the answer's body each interval, until the client goes away. */
    static Behaviour trickle(Duration interval) {
        return new Trickle(interval);
    }

    /** 200, then as many bytes as the client takes, until it goes away. */
    static Behaviour endlessBody() {
        return new EndlessBody();
    }
}
