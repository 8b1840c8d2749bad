package io.steptrace.docs.compiled;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

import io.steptrace.docs.page.Block;

/** Examples, compiled one after the other; one may use the classes of those before on its page. For one thread. */
public final class JavaExamples implements AutoCloseable {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final List<String> OPTIONS = List.of("-source", "17", "-target", "17", "-Xlint:-options", "-proc:none");

    private final StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null);
    private String home = "";

    /**
     * A page begins.
     *
     * @param classes the folder for the classes of its examples
     */
    public void begin(Path classes) {
        home = "";
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, Stream.concat(Stream.of(classes),
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the compiler has against the next example; empty if nothing. */
    public String errorsIn(Block block) {
        Snippet snippet = new Snippet(block.text(), home);
        home = snippet.home();
        List<String> readings = snippet.readings();
        String source = readings.stream().filter(this::isJava).findFirst().orElse(readings.get(0));
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        if (task(source, found).call()) {
            return "";
        }
        StringBuilder errors = new StringBuilder();
        found.getDiagnostics().stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .forEach(each -> errors.append(each.getMessage(null)).append(" in: ")
                        .append(source.lines().skip(each.getLineNumber() - 1).findFirst().orElse("").strip()).append('\n'));
        return block.place() + "\n" + errors;
    }

    private boolean isJava(String source) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try {
            task(source, found).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream().noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
    }

    private JavacTask task(String source, DiagnosticCollector<JavaFileObject> found) {
        return (JavacTask) COMPILER.getTask(new StringWriter(), files, found, OPTIONS, null, List.of(new InMemory(source)));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /** A file whose name says nothing of its classes, so none of them can be public by the letter of the language. */
    private static final class InMemory extends SimpleJavaFileObject {

        private final String source;

        InMemory(String source) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }

        /** What is public has a file of its own elsewhere. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }
}
