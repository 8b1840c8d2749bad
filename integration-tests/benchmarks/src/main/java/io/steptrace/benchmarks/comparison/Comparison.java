package io.steptrace.benchmarks.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Contestants that do the same in turn, and the figures by which they are compared.
 *
 * @param contestants each named by its text
 */
public record Comparison<C, M>(List<C> contestants, List<Column<C, M>> columns, Effort effort) {

    /**
     * How long to measure.
     *
     * @param starts how often all contestants are started anew
     * @param warmups turns after a start that do not count
     * @param turns after those
     */
    public record Effort(int starts, int warmups, int turns) {
    }

    /**
     * What the contestants took, one right after the other, so that a busy machine disturbs all of them alike.
     *
     * @param taken by each
     */
    public record Turn<C, M>(Map<C, M> taken) {

        /** What a contestant took for each unit that its rival took. */
        public double ratio(C contestant, C rival, ToDoubleFunction<M> figure) {
            return figure.applyAsDouble(taken.get(contestant)) / figure.applyAsDouble(taken.get(rival));
        }
    }

    /** Has one contestant do what is measured. */
    public interface Trial<C, M> {
        M run(C contestant) throws IOException, InterruptedException;
    }

    /** The turns of one start that count. Alternates as A B C, C B A: no contestant always comes first. */
    public List<Turn<C, M>> measure(Trial<C, M> trial) throws IOException, InterruptedException {
        List<Turn<C, M>> turns = new ArrayList<>();
        List<C> order = new ArrayList<>(contestants);
        for (int i = 0; i < effort.warmups + effort.turns; i++) {
            Map<C, M> taken = new HashMap<>();
            for (C contestant : order) {
                taken.put(contestant, trial.run(contestant));
            }
            turns.add(new Turn<>(taken));
            Collections.reverse(order);
        }
        return turns.subList(effort.warmups, turns.size());
    }

    /** Prints a row for each contestant. */
    public void print(String what, Table table, List<Turn<C, M>> turns) {
        printHead(what, table);
        contestants.forEach(contestant -> printRow(contestant.toString(), contestant, table, turns));
    }

    public void printHead(String what, Table table) {
        table.row(Stream.concat(Stream.of(what), columns.stream().map(Column::heading)).toArray());
    }

    public void printRow(String name, C contestant, Table table, List<Turn<C, M>> turns) {
        table.row(Stream.concat(Stream.of(name), columns.stream().map(column -> column.source().of(contestant, turns)))
                .toArray());
    }

    /** Prints a row for each figure, where these are many and the contestants few. */
    public void printAcross(Table table, List<Turn<C, M>> turns) {
        table.row(Stream.concat(Stream.of(""), contestants.stream()).toArray());
        columns.forEach(column -> table.row(Stream.concat(Stream.of(column.heading()),
                contestants.stream().map(contestant -> column.source().of(contestant, turns))).toArray()));
    }
}
