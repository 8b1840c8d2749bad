package io.steptrace.blog.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

import io.steptrace.Effect;

/** Draws one thumbnail at a time; other callers wait in the queue of the bulkhead. */
@ApplicationScoped
public class Thumbnails {

    private static final Duration EFFORT = Duration.ofMillis(20);

    @Asynchronous
    @Bulkhead(value = 1, waitingTaskQueue = 20)
    @Effect("compute.draw thumbnail")
    CompletionStage<String> draw() {
        return CompletableFuture.completedFuture(Hashing.hash("thumbnail", EFFORT));
    }
}
