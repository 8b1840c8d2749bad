package io.steptrace.runtime.internal.export.otlp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The text of {@code grpc-message}, in which a percent sign and two hexadecimal digits stand for a byte of UTF-8. What is
 * malformed is left as it is, as "gRPC over HTTP2" demands.
 */
final class PercentText {

    private static final int HEX = 16;

    private PercentText() {
    }

    /** Null remains null. */
    static String decoded(String encoded) {
        if (encoded == null || encoded.indexOf('%') < 0) {
            return encoded;
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], HEX);
            if (low < 0) {
                decoded.write(bytes[i]);
            } else {
                decoded.write(high * HEX + low);
                i += 2;
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
