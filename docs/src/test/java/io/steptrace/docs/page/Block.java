package io.steptrace.docs.page;

import java.util.List;
import java.util.Set;

/**
 * A listing of a page.
 *
 * @param place the page, and the line at which it begins
 * @param language what it is written in; empty for an output or a drawing
 * @param roles what else is said of it, such as "refused"
 */
public record Block(String place, String language, Set<String> roles, List<String> lines) {

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
