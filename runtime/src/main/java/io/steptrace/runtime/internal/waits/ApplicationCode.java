package io.steptrace.runtime.internal.waits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The code of the application, which finds its line in a stack. Immutable; nothing here is {@code null} unless it says so. */
public final class ApplicationCode {

    private static final List<String> PLATFORM = List.of("java.", "jdk.", "sun.", "javax.", "jakarta.",
            "com.oracle.svm.");

    /** What the platform adds to the name of a class for one of its own, which stands beside it. */
    private static final List<String> GENERATED = List.of("_Subclass", "_ClientProxy", "_Bean", "$quarkusrestinvoker$",
            "_ResourceMethod", "_ScheduledInvoker", "_VertxInvoker", "_Observer_", "$$");

    private static final String LAMBDA_CLASS = "$$Lambda";
    private static final String LAMBDA_METHOD = "lambda$";

    private final Set<String> packages;

    /** @param packages the names of all its packages; none stands for those that have a class of it below them */
    public ApplicationCode(Set<String> packages) {
        this.packages = Set.copyOf(packages);
    }

    /** Whether a class is one that a person has written for the application. */
    public boolean contains(String className) {
        String written = written(className);
        return packages.contains(written.substring(0, Math.max(0, written.lastIndexOf('.'))))
                && GENERATED.stream().noneMatch(written::contains);
    }

    /**
     * The place that a stack stands for: its innermost frame of the application, else the innermost outside of the platform.
     *
     * @param frames the innermost first
     * @param depth the most frames in its text; 0 for no text
     */
    public CodePlace placeOf(List<StackTraceElement> frames, int depth) {
        List<StackTraceElement> ordered = new ArrayList<>();
        List<StackTraceElement> rest = new ArrayList<>();
        withoutCallers(frames).forEach(frame -> (contains(frame.getClassName()) ? ordered : rest).add(frame));
        StackTraceElement place = Stream
                .concat(ordered.stream(), rest.stream().filter(frame -> !isOfPlatform(frame.getClassName())))
                .findFirst().orElse(null);
        ordered.addAll(rest);
        return new CodePlace(place == null ? null : function(place),
                place == null ? 0 : Math.max(0, place.getLineNumber()),
                depth == 0 || ordered.isEmpty() ? null : StackText.of(ordered, depth));
    }

    /** How the application came to be called is the same for most stacks. All frames if none is of the application. */
    private List<StackTraceElement> withoutCallers(List<StackTraceElement> frames) {
        for (int outermost = frames.size() - 1; outermost >= 0; outermost--) {
            if (contains(frames.get(outermost).getClassName())) {
                return frames.subList(0, outermost + 1);
            }
        }
        return frames;
    }

    private static boolean isOfPlatform(String className) {
        return PLATFORM.stream().anyMatch(className::startsWith);
    }

    private static String function(StackTraceElement frame) {
        return written(frame.getClassName()) + "." + enclosing(frame.getMethodName());
    }

    /** The class in whose source a class stands that the JVM has made for a lambda. */
    static String written(String className) {
        int lambda = className.indexOf(LAMBDA_CLASS);
        return lambda < 0 ? className : className.substring(0, lambda);
    }

    /** The method in whose source a lambda stands: {@code lambda$find$0} stands in {@code find}. */
    private static String enclosing(String method) {
        int end = method.lastIndexOf('$');
        if (!method.startsWith(LAMBDA_METHOD) || end < LAMBDA_METHOD.length()) {
            return method;
        }
        String name = method.substring(LAMBDA_METHOD.length(), end);
        return switch (name) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            default -> name;
        };
    }
}
