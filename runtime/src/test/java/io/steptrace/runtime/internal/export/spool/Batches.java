package io.steptrace.runtime.internal.export.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.steptrace.runtime.internal.export.Batch;

/** Batches that say what they are. */
public final class Batches {

    private Batches() {
    }

    public static Batch batch(String body, int spans) {
        return new Batch(body.getBytes(UTF_8), false, spans);
    }

    /** One whose body is so large. */
    public static Batch sized(int bytes, int spans) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) bytes);
        return new Batch(body, true, spans);
    }

    public static String text(Batch batch) {
        return new String(batch.body(), UTF_8);
    }

    /** Delivers all that waits. */
    public static List<String> drain(Spool spool) {
        List<String> delivered = new ArrayList<>();
        for (Batch batch = spool.take(); batch != null; batch = spool.take()) {
            delivered.add(text(batch));
            spool.settle();
        }
        return delivered;
    }
}
