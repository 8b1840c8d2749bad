package io.steptrace.docs.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page of the documentation: what stands in its listings, and what outside. Immutable. */
public final class Page {

    private static final Pattern CODE = Pattern.compile("`\\+?([^`]+?)\\+?`");

    private final Path file;
    private final Markup markup;
    private final List<String> lines;
    private final List<String> prose = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    private Page(Path file, List<String> lines) {
        this.file = file;
        this.markup = Markup.of(file.toString());
        this.lines = lines;
        for (int i = 0; i < lines.size(); i++) {
            Markup.Fence fence = markup.fence(lines, i);
            if (fence == null) {
                prose.add(lines.get(i));
            } else {
                int first = i + 1;
                int end = IntStream.range(first, lines.size()).filter(line -> lines.get(line).equals(fence.closing()))
                        .findFirst().orElseThrow(() -> new IllegalStateException(file + ":" + first + " does not end"));
                blocks.add(new Block(file + ":" + first, fence.language(), fence.roles(), lines.subList(first, end)));
                i = end;
            }
        }
    }

    static Page of(Path file) {
        return new Page(file, Repository.read(file).lines().toList());
    }

    /** From the root of the repository. */
    public Path file() {
        return file;
    }

    public List<Block> blocks() {
        return blocks;
    }

    /** All lines, those of its listings and comments included. */
    public List<String> lines() {
        return lines;
    }

    /** The lines outside listings that are shown. */
    public List<String> prose() {
        return prose.stream().filter(line -> !markup.isHidden(line)).toList();
    }

    /** What is set as code within the prose. */
    public Stream<String> inlineCode() {
        return prose().stream().flatMap(line -> CODE.matcher(line).results()).map(code -> code.group(1));
    }

    /** What a link can lead to within it. */
    public List<String> anchors() {
        return markup.anchors(prose());
    }

    /** What its links, images and includes lead to, as it is written; within the page, an anchor after {@code #}. */
    public Set<String> links() {
        return markup.links(prose());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
