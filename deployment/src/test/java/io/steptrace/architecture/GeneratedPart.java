package io.steptrace.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page of the docs that is generated, between two lines of comment. It is committed, so that the page can be
 * read wherever the repository can.
 */
final class GeneratedPart {

    static final String REMEDY = "-Dsteptrace.golden=update writes it, and read the difference before you commit it";

    private static final Path PAGES = Path.of("..", "docs", "modules", "ROOT", "pages");
    private static final String BEGIN = "// generated, to its end\n";
    private static final String END = "// end of what is generated\n";

    private final Path page;

    /** @param page from the folder of all pages */
    GeneratedPart(String page) {
        this.page = PAGES.resolve(page);
    }

    /** What stands there, once it has been rewritten if that is asked for. */
    String afterUpdateTo(String generated) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        if (text.indexOf(BEGIN) < 0 || end < 0) {
            throw new AssertionError(page + " has no part that is generated");
        }
        if ("update".equals(System.getProperty("steptrace.golden"))) {
            Files.writeString(page, text.substring(0, begin) + generated + text.substring(end));
            return generated;
        }
        return text.substring(begin, end);
    }
}
