package io.steptrace.deployment.method;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.config.Config;

/** Checks the limits of the queues in use, as far as the build can see their configuration. */
public final class QueueLimits {

    private final Config config;

    public QueueLimits(Config config) {
        this.config = config;
    }

    /** The impossible limits of one queue. */
    public List<Violation> check(String queue, String place) {
        List<Violation> violations = new ArrayList<>();
        check(queue, place, "concurrency", 1, violations);
        check(queue, place, "capacity", 0, violations);
        return violations;
    }

    private void check(String queue, String place, String limit, int least, List<Violation> violations) {
        for (String name : List.of("\"" + queue + "\"", queue)) {
            String key = "quarkus.steptrace.queues." + name + "." + limit;
            config.getOptionalValue(key, String.class).filter(value -> !isAtLeast(value, least))
                    .ifPresent(value -> violations.add(new Violation("queue \"" + queue + "\" with impossible limits", place,
                            key + " must be at least " + least + ", was " + value)));
        }
    }

    private static boolean isAtLeast(String value, int least) {
        try {
            return Integer.parseInt(value.trim()) >= least;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
