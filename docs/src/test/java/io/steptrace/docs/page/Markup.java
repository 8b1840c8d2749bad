package io.steptrace.docs.page;

import java.util.List;
import java.util.Set;

/** How a language of pages marks listings, links and anchors, as GitHub and the site read it. */
interface Markup {

    static Markup of(String file) {
        return file.endsWith(".adoc") ? new AsciiDoc() : new Markdown();
    }

    /** The listing that opens in this line, or null. */
    Fence fence(List<String> lines, int line);

    /** What is not shown, such as a comment. */
    boolean isHidden(String line);

    /** What links, images and includes lead to; within the page, an anchor after {@code #}. */
    Set<String> links(List<String> prose);

    /** What a link can lead to within the page, each as often as it is there. */
    List<String> anchors(List<String> prose);

    /** @param closing the line that ends the listing */
    record Fence(String language, Set<String> roles, String closing) {
    }
}
