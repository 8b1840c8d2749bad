package io.steptrace.docs.names;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.steptrace.docs.page.Repository;

/** What the code may say: its texts, in which formats and variables are gaps. */
public final class Messages {

    private static final Pattern LITERAL = Pattern
            .compile("\"\"\"\\R(.*?)\"\"\"|\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"|'(?:[^'\\\\]|\\\\.)''", Pattern.DOTALL);
    private static final Pattern BETWEEN_PARTS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LINE_OF_A_BLOCK = Pattern.compile("\\\\\\R\\s*|\\R\\s*");
    /** A variable, or the place before a remedy, where the code may put one together from two. */
    private static final Pattern GAP = Pattern.compile("<[\\w #-]+>| - ");
    private static final Pattern LEVEL = Pattern.compile("^(?:ERROR|WARN|INFO|DEBUG) +");
    private static final Pattern EDGES = Pattern.compile("^[\\s:;,.()\"-]+|[\\s:;,.()\"-]+$");
    private static final int TOO_SHORT = 4;

    private final List<String> texts = Repository.mainSources().flatMap(Messages::literals).toList();

    /** The parts of a message, as a page has it, that no text of the code holds. */
    public List<String> unknownPartsOf(String message) {
        return GAP.splitAsStream(LEVEL.matcher(message).replaceFirst("")).map(part -> EDGES.matcher(part).replaceAll(""))
                .filter(part -> part.length() >= TOO_SHORT)
                .filter(part -> texts.stream().noneMatch(text -> text.contains(part))).toList();
    }

    private static Stream<String> literals(String source) {
        return LITERAL.matcher(BETWEEN_PARTS.matcher(source).replaceAll("")).results()
                .map(found -> found.group(1) == null ? found.group(2)
                        : LINE_OF_A_BLOCK.splitAsStream(found.group(1).strip()).collect(Collectors.joining(" ")))
                .filter(text -> text != null).map(text -> text.replace("\\\"", "\"").replace("%%", "%"));
    }
}
