package io.steptrace.benchmarks.sampling;

import java.nio.ByteBuffer;

/** The id of a trace, in as little memory as it takes. */
record TraceKey(long high, long low) {

    private static final int HEX = 16;

    /** @param traceId 32 hexadecimal digits */
    static TraceKey parse(String traceId) {
        return new TraceKey(Long.parseUnsignedLong(traceId, 0, HEX, HEX), Long.parseUnsignedLong(traceId, HEX, 2 * HEX, HEX));
    }

    /** @param traceId the 16 bytes that travel */
    static TraceKey of(ByteBuffer traceId) {
        return new TraceKey(traceId.getLong(), traceId.getLong());
    }
}
