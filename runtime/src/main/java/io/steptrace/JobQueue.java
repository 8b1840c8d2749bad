package io.steptrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.inject.Qualifier;

/**
 * Selects the bounded queue of that name: {@code @Inject @JobQueue("effects") ManagedExecutor effects}.
 * <p>
 * The injected executor is a face of the very queue that {@code queue = "effects"} uses: same workers, same capacity, same
 * depth. A submission beyond its capacity is answered with {@link java.util.concurrent.RejectedExecutionException}. Its life
 * belongs to Quarkus: {@code shutdown} is refused.
 */
@Qualifier
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface JobQueue {

    /**
     * The name of the queue, configured with {@code quarkus.steptrace.queues."name".*}.
     *
     * @return the name
     */
    String value();
}
