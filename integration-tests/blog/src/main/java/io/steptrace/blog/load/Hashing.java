package io.steptrace.blog.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Real work of a chosen length: the processor is busy all the time, which a sleeping thread would only pretend. */
final class Hashing {

    private Hashing() {
    }

    /** The SHA-256 of a text in hexadecimal digits, computed again and again until the time is up. */
    static String hash(String text, Duration effort) {
        MessageDigest sha256 = sha256();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        byte[] hash;
        do {
            hash = sha256.digest(bytes);
        } while (System.nanoTime() - start < effort.toNanos());
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
