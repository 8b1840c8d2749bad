package io.steptrace.runtime.internal.queue;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;

/**
 * Lets the scheduler rest before the queues are drained; present only with Quarkus' scheduler.
 * <p>
 * Quarkus stops it with the container, which was at once without queues. To drain them takes time, in which they would
 * refuse each of its calls.
 */
@Singleton
public class SchedulerRest {

    /** After the observers of the application, which may need it. */
    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent shutdown, Scheduler scheduler) {
        if (scheduler.isRunning()) {
            scheduler.pause();
        }
    }
}
