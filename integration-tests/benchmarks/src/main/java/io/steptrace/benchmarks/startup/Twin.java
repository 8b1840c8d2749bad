package io.steptrace.benchmarks.startup;

import java.util.List;

/** One of the twins that are compared; each has the same beans, and the extension on its class path. */
enum Twin {

    /** What the others are set against. */
    PLAIN("without annotations", Annotations.NONE, true),

    STEPTRACE("@Step and @Effect", Annotations.STEPTRACE, true),

    WITH_SPAN("@WithSpan", Annotations.WITH_SPAN, true),

    /** What the extension costs that has nothing to intercept. */
    DISABLED("without, disabled", Annotations.NONE, false);

    private static final int BEANS = 100;
    private static final int METHODS_EACH = 10;

    private final String description;
    private final Annotations annotations;
    private final boolean enabled;

    Twin(String description, Annotations annotations, boolean enabled) {
        this.description = description;
        this.annotations = annotations;
        this.enabled = enabled;
    }

    static int methods() {
        return BEANS * METHODS_EACH;
    }

    GeneratedApplication application() {
        return new GeneratedApplication(BEANS, METHODS_EACH, annotations);
    }

    /** How many beans the build has to put an interceptor around. */
    int interceptedBeans() {
        return annotations == Annotations.NONE ? 0 : BEANS;
    }

    /** Options of the JVM that builds it. */
    List<String> buildOptions() {
        return List.of("-Dquarkus.steptrace.enabled=" + enabled);
    }

    @Override
    public String toString() {
        return description;
    }
}
