package io.steptrace.benchmarks.methods;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.steptrace.benchmarks.watched.Milestone;

/**
 * Builds and starts an application with a thousand annotated methods and its twins, in turn, and writes how they compare.
 * <p>
 * Arguments: {@code full|quick <folder of a mutable jar with the extension> <empty folder> <file of the table>}.
 */
public final class MethodsRun {

    private final MethodsEffort effort;
    private final Map<Contestant, MutableBuild> builds = new EnumMap<>(Contestant.class);

    private MethodsRun(MethodsEffort effort, Path template, Path folder) throws IOException {
        this.effort = effort;
        for (Contestant contestant : Contestant.values()) {
            builds.put(contestant, MutableBuild.of(contestant, template, folder.resolve(contestant.name())));
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        MethodsRun run = new MethodsRun(MethodsEffort.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[3]), StandardCharsets.UTF_8))) {
            MethodsTable.printHead(out);
            MethodsTable.print("augmentation", run.augment(), out);
            MethodsTable.print("start", run.start(false), out);
            MethodsTable.print("start, beans created", run.start(true), out);
        }
    }

    private List<Turn> augment() throws IOException, InterruptedException {
        List<Turn> turns = turns("augment", effort.builds, contestant -> builds.get(contestant).augment());
        for (MutableBuild build : builds.values()) {
            build.requireInterception();
        }
        return turns;
    }

    private List<Turn> start(boolean createsBeans) throws IOException, InterruptedException {
        return turns(createsBeans ? "start, creating all beans" : "start", effort.starts,
                contestant -> builds.get(contestant).start(createsBeans));
    }

    private static List<Turn> turns(String what, int counted, Turn.Trial trial) throws IOException, InterruptedException {
        System.out.printf("# %s, %d turns and %d before that%n", what, counted, MethodsEffort.WARMUPS);
        List<Turn> all = Turn.alternate(MethodsEffort.WARMUPS + counted, contestant -> {
            Milestone milestone = trial.run(contestant);
            System.out.printf("%-22s %6.0f ms, cpu %6.0f ms%n", contestant.description, milestone.elapsedMillis(),
                    milestone.cpuMillis());
            return milestone;
        });
        return all.subList(MethodsEffort.WARMUPS, all.size());
    }
}
