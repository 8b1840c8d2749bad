package io.steptrace.benchmarks.served;

/** The number of spans in an export request of OTLP. */
final class SpanCount {

    /** {@code resource_spans}, {@code scope_spans}, {@code spans}. */
    private static final FieldPath SPANS = new FieldPath(1, 2, 2);

    private SpanCount() {
    }

    /** @param request an {@code ExportTraceServiceRequest} */
    static int of(byte[] request) {
        int[] spans = new int[1];
        SPANS.visit(request, span -> spans[0]++);
        return spans[0];
    }
}
