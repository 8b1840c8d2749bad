package io.steptrace.blog.kit;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The blocks of Java in a text, in Markdown or AsciiDoc. */
final class Snippets {

    private static final Pattern BLOCK = Pattern.compile("(?:```java\\n(.*?)```|\\[source,java]\\n----\\n(.*?)----\\n)",
            Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("import [^;]+;\\n");
    private static final Pattern TYPE = Pattern.compile("\\bclass \\w+");
    /** What a reader of a short block is spared. */
    private static final String PRELUDE = """
            import static io.opentelemetry.api.common.AttributeKey.stringKey;
            import static io.restassured.RestAssured.given;
            import static io.steptrace.test.TraceAssertions.assertThat;
            import io.quarkus.test.common.WithTestResource;
            import io.quarkus.test.junit.QuarkusIntegrationTest;
            import io.quarkus.test.junit.QuarkusTest;
            import io.steptrace.ParkCause;
            import io.steptrace.test.*;
            import jakarta.inject.Inject;
            import java.time.Duration;
            import java.util.UUID;
            import org.junit.jupiter.api.Test;
            """;

    private Snippets() {
    }

    static List<String> in(Path file) throws IOException {
        return BLOCK.matcher(Files.readString(file)).results()
                .map(block -> block.group(1) != null ? block.group(1) : block.group(2)).toList();
    }

    /** What the compiler has against a block; empty if nothing. */
    static String errorsIn(String block, Path output) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return complete(block);
            }
        };
        boolean isCompiled = compiler.getTask(errors, null, null,
                List.of("-proc:none", "-d", output.toString(), "-cp", System.getProperty("java.class.path")), null,
                List.of(source)).call();
        return isCompiled ? "" : errors + "in\n" + complete(block);
    }

    private static String complete(String block) {
        String imports = IMPORT.matcher(block).results().map(MatchResult::group).collect(Collectors.joining());
        String code = IMPORT.matcher(block).replaceAll("");
        Matcher type = TYPE.matcher(code);
        return imports + PRELUDE + (type.find() ? code : "class Snippet { Traces traces; void run() {\n" + code + "}}\n");
    }
}
