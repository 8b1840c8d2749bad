package io.steptrace.benchmarks.startup;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A REST application of nothing but small beans. All of them stay in it, annotated or not, because one observer looks all
 * up.
 *
 * @param beans the number of classes
 * @param methodsEach of each class
 * @param annotations what these carry
 */
record GeneratedApplication(int beans, int methodsEach, Annotations annotations) {

    /** The package of all classes. */
    static final String PACKAGE = "generated";

    /** The system property with which the application creates all of its beans when it starts. */
    static final String CREATE_BEANS = "generated.create-beans";

    /** Source text by the simple name of the class. */
    Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        sources.put("Created", created());
        sources.put("AtStart", atStart());
        sources.put("WorkResource", resource());
        for (int bean = 0; bean < beans; bean++) {
            sources.put(nameOf(bean), bean(bean));
        }
        return sources;
    }

    private static String nameOf(int bean) {
        return "Bean" + bean;
    }

    private static String created() {
        return """
                package %s;

                public interface Created {

                    void create();
                }
                """.formatted(PACKAGE);
    }

    private static String atStart() {
        return """
                package %s;

                import jakarta.enterprise.context.ApplicationScoped;
                import jakarta.enterprise.event.Observes;
                import jakarta.enterprise.inject.Any;
                import jakarta.enterprise.inject.Instance;

                import io.quarkus.runtime.StartupEvent;

                @ApplicationScoped
                public class AtStart {

                    void createBeans(@Observes StartupEvent start, @Any Instance<Created> beans) {
                        if (Boolean.getBoolean("%s")) {
                            beans.forEach(Created::create);
                        }
                    }
                }
                """.formatted(PACKAGE, CREATE_BEANS);
    }

    private static String resource() {
        return """
                package %s;

                import jakarta.ws.rs.GET;
                import jakarta.ws.rs.Path;

                @Path("/work")
                public class WorkResource {

                    private final %s bean;

                    public WorkResource(%2$s bean) {
                        this.bean = bean;
                    }

                    @GET
                    public long work() {
                        return bean.work0(1);
                    }
                }
                """.formatted(PACKAGE, nameOf(0));
    }

    /** Annotations that are not used cost an import, and nothing in the class file. */
    private String bean(int bean) {
        return """
                package %s;

                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.CompletionStage;

                import jakarta.enterprise.context.ApplicationScoped;

                import io.opentelemetry.instrumentation.annotations.SpanAttribute;
                import io.opentelemetry.instrumentation.annotations.WithSpan;
                import io.steptrace.Effect;
                import io.steptrace.Step;

                @ApplicationScoped
                public class %s implements Created {

                    @Override
                    public void create() {
                    }
                %s}
                """.formatted(PACKAGE, nameOf(bean), IntStream.range(0, methodsEach)
                .mapToObj(position -> new GeneratedMethod(bean, position).render(annotations)).collect(Collectors.joining()));
    }
}
