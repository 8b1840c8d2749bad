package io.steptrace.benchmarks.served;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two rounds, one right after the other, so that whatever the machine did at the time it did to both.
 *
 * @param measured what this is about, for example the build with the extension
 * @param rival what it is set against
 */
public record RoundPair(Round measured, Round rival) {

    /** A round of load on one of the two. */
    public interface Load {
        Round run() throws InterruptedException;
    }

    /** Alternates as A B B A A B B A: neither of the two always comes first. */
    public static List<RoundPair> alternate(int count, Load measured, Load rival) throws InterruptedException {
        List<RoundPair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                Round first = measured.run();
                pairs.add(new RoundPair(first, rival.run()));
            } else {
                Round first = rival.run();
                pairs.add(new RoundPair(measured.run(), first));
            }
        }
        return pairs;
    }

    public double ratio(ToDoubleFunction<Round> figure) {
        return figure.applyAsDouble(measured) / figure.applyAsDouble(rival);
    }
}
