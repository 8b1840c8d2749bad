package io.steptrace.benchmarks.comparison;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.comparison.Comparison.Turn;

/**
 * A figure by which contestants are compared.
 *
 * @param heading its name, with its unit
 * @param source what it is for a contestant, by all turns: a number, a {@link Spread} or a text
 */
public record Column<C, M>(String heading, Source<C, M> source) {

    /** Sums up the turns of one contestant. */
    public interface Source<C, M> {
        Object of(C contestant, List<Turn<C, M>> turns);
    }

    /** The median of all turns. */
    public static <C, M> Column<C, M> median(String heading, ToDoubleFunction<M> figure) {
        return new Column<>(heading, (contestant, turns) -> Spread
                .of(turns.stream().mapToDouble(turn -> figure.applyAsDouble(turn.taken().get(contestant)))).median());
    }

    /** What a contestant took for each unit that the rival took in the same turn. */
    public static <C, M> Column<C, M> ratio(String heading, C rival, ToDoubleFunction<M> figure) {
        return new Column<>(heading, (contestant, turns) -> Spread
                .of(turns.stream().mapToDouble(turn -> turn.ratio(contestant, rival, figure))));
    }

    /** What is known of a contestant beside its turns. */
    public static <C, M> Column<C, M> of(String heading, Function<C, Object> figure) {
        return new Column<>(heading, (contestant, turns) -> figure.apply(contestant));
    }

    /** Blank where it means nothing for a contestant. */
    public static <C, M> Column<C, M> blank() {
        return of("", contestant -> "");
    }
}
