package io.steptrace.waits.background;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.smallrye.mutiny.Uni;
import io.steptrace.JobQueue;
import io.steptrace.Step;

/** Work that sleeps on a queue: a step as a whole, and a part of one. */
@ApplicationScoped
public class PostOffice {

    private static final long SORTING_MS = 60;
    private static final long ERRAND_MS = 70;

    private final ManagedExecutor errands;

    PostOffice(@JobQueue("errands") ManagedExecutor errands) {
        this.errands = errands;
    }

    @Step(value = "sort_letters", queue = "post")
    public Uni<String> sort() throws InterruptedException {
        Thread.sleep(SORTING_MS);
        return Uni.createFrom().item("sorted");
    }

    /** Ends when the errand is done, and blocks no thread of its own meanwhile. */
    @Step("send_errand")
    public CompletionStage<String> send() {
        return errands.supplyAsync(PostOffice::run);
    }

    private static String run() {
        try {
            Thread.sleep(ERRAND_MS);
            return "done";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
