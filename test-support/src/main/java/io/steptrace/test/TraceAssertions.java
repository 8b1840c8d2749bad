package io.steptrace.test;

/** Where the assertions on traces begin, in the style of AssertJ. */
public final class TraceAssertions {

    private TraceAssertions() {
    }

    public static TraceAssert assertThat(Trace actual) {
        return new TraceAssert(actual);
    }
}
