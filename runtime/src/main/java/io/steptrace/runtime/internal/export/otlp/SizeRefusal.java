package io.steptrace.runtime.internal.export.otlp;

import java.util.List;
import java.util.Locale;

/** Knows from its words that a refusal is one of size, for which neither 400 nor gRPC has a status of its own. */
final class SizeRefusal {

    /**
     * In this order: servers in Go and C++, in Java, in .NET, and those in Rust, the {@code MaxBytesReader} of Go and the
     * reason phrase of 413.
     */
    private static final List<String> WORDINGS = List.of("larger than max", "exceeds maximum size",
            "exceeds the maximum configured message size", "too large");

    private SizeRefusal() {
    }

    /** Null says nothing. */
    static boolean areIn(String words) {
        return words != null && WORDINGS.stream().anyMatch(words.toLowerCase(Locale.ROOT)::contains);
    }
}
