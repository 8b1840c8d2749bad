package io.steptrace.runtime.internal.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/**
 * The line that a person reads first: {@code 442 ms = 35 working + 407 waiting: http.get comments 345, queue worker 62}.
 * <p>
 * What is unknown stands between working and waiting, so that the list ends the line. The figures are rounded such that they
 * still add up; what is rounded to nothing is left out.
 */
public final class VerdictText {

    private static final int NANOS_TO_MILLIS = 6;
    private static final long LONG_NANOS = 10_000_000;
    private static final int DECIMALS_BELOW = 2;

    private final Verdict verdict;
    private final int decimals;
    private final long unitNanos;

    private VerdictText(Verdict verdict) {
        this.verdict = verdict;
        this.decimals = verdict.totalNanos() < LONG_NANOS ? DECIMALS_BELOW : 0;
        this.unitNanos = BigDecimal.ONE.movePointRight(NANOS_TO_MILLIS - decimals).longValueExact();
    }

    /** The line without a name, in milliseconds: below ten of them with two decimals. */
    public static String of(Verdict verdict) {
        return new VerdictText(verdict).line();
    }

    private String line() {
        long total = Rounding.of(verdict.totalNanos(), unitNanos);
        long[] parts = Rounding.of(new long[] { verdict.workingNanos(), verdict.waitingNanos(), verdict.unknownNanos() },
                unitNanos, total);
        StringJoiner line = new StringJoiner(" + ", number(total) + " ms = ", "")
                .setEmptyValue(number(0) + " ms = " + number(0) + " working");
        if (parts[0] > 0) {
            line.add(number(parts[0]) + " working");
        }
        if (parts[2] > 0) {
            line.add(number(parts[2]) + " unknown");
        }
        if (parts[1] > 0) {
            line.add(number(parts[1]) + " waiting" + waitedFor(parts[1]));
        }
        return line.toString();
    }

    /** @param waiting the sum in units */
    private String waitedFor(long waiting) {
        List<WaitedFor> most = verdict.mostWaitedFor();
        long restNanos = verdict.waitingNanos() - most.stream().mapToLong(WaitedFor::nanos).sum();
        long[] partsNanos = LongStream.concat(most.stream().mapToLong(WaitedFor::nanos), LongStream.of(restNanos)).toArray();
        long[] units = Rounding.of(partsNanos, unitNanos, waiting);
        StringJoiner list = new StringJoiner(", ", ": ", "").setEmptyValue("");
        for (int i = 0; i < most.size(); i++) {
            if (units[i] > 0) {
                list.add(most.get(i).shortWhat() + ' ' + number(units[i]));
            }
        }
        return list.toString();
    }

    private String number(long units) {
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }
}
