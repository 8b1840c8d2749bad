package io.steptrace.benchmarks.growth;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An application with an effect for each of its queues, as source text: the names of queues are known to the build.
 *
 * @param queues how many
 */
record QueuedApplication(int queues) {

    /** Source text by the simple name of the class. */
    Map<String, String> sources() {
        return Map.of("Queues", """
                package generated;

                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.CompletionStage;

                import jakarta.enterprise.context.ApplicationScoped;

                import io.steptrace.Effect;

                @ApplicationScoped
                public class Queues {
                %s}
                """.formatted(each("""

                    @Effect(value = "http.get item", queue = "queue-%1$d")
                    public CompletionStage<String> get%1$d() {
                        return CompletableFuture.completedFuture("done");
                    }
                """)), "QueuesResource", """
                package generated;

                import java.util.concurrent.CompletionStage;

                import jakarta.ws.rs.GET;
                import jakarta.ws.rs.Path;
                import jakarta.ws.rs.PathParam;

                @Path("/queues")
                public class QueuesResource {

                    private final Queues queues;

                    public QueuesResource(Queues queues) {
                        this.queues = queues;
                    }

                    @GET
                    @Path("/{number}")
                    public CompletionStage<String> get(@PathParam("number") int number) {
                        return switch (number) {
                %s            default -> throw new IllegalArgumentException("no such queue: " + number);
                        };
                    }
                }
                """.formatted(each("            case %1$d -> queues.get%1$d();\n")));
    }

    private String each(String text) {
        return IntStream.range(0, queues).mapToObj(text::formatted).collect(Collectors.joining());
    }
}
