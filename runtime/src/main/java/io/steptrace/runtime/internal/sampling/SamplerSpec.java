package io.steptrace.runtime.internal.sampling;

import java.util.List;

/**
 * What {@code quarkus.steptrace.sampler} says.
 *
 * @param headRatio the share of traces that are sampled whatever happens in them, 0 to 1
 * @param tailRules what else is a reason to keep a trace, in the order written and without repetition; empty for none
 */
public record SamplerSpec(double headRatio, List<TailRule> tailRules) {

    /** The grammar, for messages. */
    public static final String GRAMMAR = "head:<0..1>[,tail:<rule>[|<rule>]...] with the rules error, p95, p99, effect, queue, "
            + "park, slow(<duration>)";

    public SamplerSpec {
        tailRules = List.copyOf(tailRules);
    }

    /**
     * Reads an expression.
     *
     * @throws SamplerSyntaxException if it does not obey the grammar; the message points at the character
     */
    public static SamplerSpec parse(String expression) {
        return new SamplerSpecParser(expression).parse();
    }

    /** Whether anything is kept for what happened in it. */
    public boolean hasTail() {
        return !tailRules.isEmpty();
    }
}
