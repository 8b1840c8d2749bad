package io.steptrace.deployment.method;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks the limits of the queues in use, as far as the build can see their configuration. */
public final class QueueLimits {

    private final Function<String, Optional<String>> config;

    /** @param config gives the value of a key */
    public QueueLimits(Function<String, Optional<String>> config) {
        this.config = config;
    }

    /** The impossible limits of one queue. */
    public Stream<Violation> check(String queue, String place) {
        return Stream.concat(check(queue, place, "concurrency", 1), check(queue, place, "capacity", 0));
    }

    private Stream<Violation> check(String queue, String place, String limit, int least) {
        return Stream.of("\"" + queue + "\"", queue).map(name -> "quarkus.steptrace.queues." + name + "." + limit)
                .flatMap(key -> config.apply(key).stream().filter(value -> !isAtLeast(value, least))
                        .map(value -> new Violation("queue \"" + queue + "\" with impossible limits", place,
                                key + " must be at least " + least + ", was " + value)));
    }

    private static boolean isAtLeast(String value, int least) {
        try {
            return Integer.parseInt(value.trim()) >= least;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
