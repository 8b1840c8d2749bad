package io.steptrace.docs.shell;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.steptrace.docs.page.Block;
import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Repository;

/** The paths that the sample applications serve, what is created with the extension, and the examples of a page. */
final class Endpoints {

    private static final Pattern OF_CLASS = Pattern.compile("(?m)^@Path\\(\"/?([^\"]*)\"\\)");
    private static final Pattern OF_METHOD = Pattern.compile("(?m)^ +@Path\\(\"/?([^\"]*)\"\\)");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    /** What Quarkus itself serves. */
    private static final String PLATFORM = "/q/";

    private static final List<String> OF_APPLICATIONS = Repository
            .files(file -> file.endsWith(".java") && (file.contains("/codestarts/") || file.contains("/blog/src/main/")))
            .stream()
            .map(Repository::read).flatMap(Endpoints::templates).toList();

    private final List<String> templates;

    Endpoints(Page page) {
        templates = Stream
                .concat(OF_APPLICATIONS.stream(), page.blocks().stream().map(Block::text).flatMap(Endpoints::templates))
                .toList();
    }

    boolean serve(String path) {
        return path.startsWith(PLATFORM) || templates.stream().anyMatch(path::matches);
    }

    private static Stream<String> templates(String source) {
        List<String> bases = OF_CLASS.matcher(source).results().map(base -> "/" + base.group(1)).toList();
        List<String> ends = OF_METHOD.matcher(source).results().map(end -> "/" + end.group(1)).toList();
        return bases.stream().flatMap(base -> Stream.concat(Stream.of(""), ends.stream()).map(end -> base + end))
                .map(path -> PARAMETER.matcher(path.replace("//", "/")).replaceAll("[^/]+")).map(path -> path + "/?");
    }
}
