package io.steptrace.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java sources below a folder, and what can be seen in them that no compiled class shows. */
final class SourceFiles {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMMENT = Pattern.compile("\\s*\\* (?![@<\\s-]|\\d\\.|\\{@code$).+");
    /** A line that the formatter has broken was longer than this, and what it has put below is short. */
    private static final int FULL = 110;
    private static final int SHORT = 60;

    private final Map<Path, List<String>> linesOf = new TreeMap<>();

    private SourceFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(SourceFiles::isSource).forEach(file -> linesOf.put(ROOT.relativize(file), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param folder from the root of the repository */
    static SourceFiles below(String folder) {
        return new SourceFiles(ROOT.resolve(folder));
    }

    private static boolean isSource(Path file) {
        Path relative = ROOT.relativize(file);
        return relative.toString().endsWith(".java") && Stream.of("target").noneMatch(relative.toString()::contains);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines each class has, in ascending order; the descriptions of packages are no classes. */
    List<Integer> lines() {
        return classes().map(file -> linesOf.get(file).size()).sorted().toList();
    }

    /** Files with more lines than this. */
    List<String> longerThan(int maxLines, String suffix) {
        return linesOf.entrySet().stream()
                .filter(each -> each.getKey().toString().endsWith(suffix) && each.getValue().size() > maxLines)
                .map(each -> each.getKey() + " has " + each.getValue().size() + " lines").toList();
    }

    /** How many classes each folder holds. */
    Map<Path, Integer> classesByFolder() {
        Map<Path, Integer> counts = new TreeMap<>();
        classes().forEach(file -> counts.merge(file.getParent(), 1, Integer::sum));
        return counts;
    }

    /** Lines of comments that the formatter has cut off from the one before, in mid-sentence. */
    List<String> hangingComments() {
        List<String> hanging = new ArrayList<>();
        linesOf.forEach((file, lines) -> {
            for (int i = 1; i < lines.size() - 1; i++) {
                if (lines.get(i - 1).length() >= FULL && lines.get(i).length() <= SHORT
                        && Stream.of(i - 1, i, i + 1).map(lines::get).allMatch(line -> COMMENT.matcher(line).matches())) {
                    hanging.add(file + ":" + (i + 1) + lines.get(i));
                }
            }
        });
        return hanging;
    }

    private Stream<Path> classes() {
        return linesOf.keySet().stream().filter(file -> !file.endsWith("package-info.java"));
    }
}
