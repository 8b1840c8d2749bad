package io.steptrace.docs.compiled;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example in Java, which may be whole, or members of a class, or statements. One that imports types is taken at its
 * word; what imports none is spared them for the sake of brevity.
 */
final class Snippet {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);\\n");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (static )?[^;]+;.*\\n");
    private static final Pattern ELIDED_BODY = Pattern.compile("(\\)(?: throws [\\w, ]+)?) \\{ \\.\\.\\. }");
    private static final Pattern RETURN = Pattern.compile("(?m)^return ");

    private static final String SPARED = """
            import static io.opentelemetry.api.common.AttributeKey.stringKey;
            import static io.restassured.RestAssured.given;
            import static io.steptrace.test.TraceAssertions.assertThat;
            import io.quarkus.test.common.WithTestResource;
            import io.quarkus.test.junit.*;
            import io.smallrye.mutiny.*;
            import io.steptrace.*;
            import io.steptrace.test.*;
            import jakarta.enterprise.context.*;
            import jakarta.inject.*;
            import jakarta.ws.rs.*;
            import java.time.Duration;
            import java.util.*;
            import org.junit.jupiter.api.Test;
            """;
    /** What surrounds members; statements may use its field. */
    private static final String CLASS = "class Snippet { io.steptrace.test.Traces traces;\n";

    private final String home;
    private final String imports;
    private final String code;

    /** @param home the package of what has no other */
    Snippet(String text, String home) {
        this.home = PACKAGE.matcher(text).results().map(found -> found.group(1)).findFirst().orElse(home);
        String own = IMPORT.matcher(text).results().map(MatchResult::group).collect(Collectors.joining());
        boolean isComplete = IMPORT.matcher(text).results().anyMatch(found -> found.group(1) == null);
        this.imports = (isComplete ? "" : SPARED) + own;
        String rest = IMPORT.matcher(PACKAGE.matcher(text).replaceAll("")).replaceAll("");
        this.code = ELIDED_BODY.matcher(rest).replaceAll("$1 { throw new UnsupportedOperationException(); }")
                .replace("{ ... }", "{ }");
    }

    /** Its package, for what follows on the same page. */
    String home() {
        return home;
    }

    /** All that it may be, the most complete first; the first that is Java by its syntax is meant. */
    List<String> readings() {
        String result = RETURN.matcher(code).find() ? "Object" : "void";
        return Stream.of(code, CLASS + code + "}\n", CLASS + result + " run() throws Exception {\n" + code + "}}\n")
                .map(body -> (home.isEmpty() ? "" : "package " + home + ";\n") + imports + body).toList();
    }
}
