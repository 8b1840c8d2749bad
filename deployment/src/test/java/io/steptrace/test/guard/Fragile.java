package io.steptrace.test.guard;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.ApplyGuard;
import io.smallrye.faulttolerance.api.AsynchronousNonBlocking;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimit;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;

/** Steps that take too long, fail always, or let few in. */
@ApplicationScoped
public class Fragile {

    /** Calls a method by its name, of any kind of result, and waits for its result. */
    String call(String method) {
        try {
            Object result = Fragile.class.getDeclaredMethod(method).invoke(this);
            return result instanceof Uni<?> uni ? (String) uni.await().indefinitely()
                    : result instanceof CompletionStage<?> stage ? (String) stage.toCompletableFuture().join()
                            : (String) result;
        } catch (java.lang.reflect.InvocationTargetException | CompletionException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Step
    @Timeout(50)
    @Fallback(fallbackMethod = "instead")
    String slow() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    @Step
    @Timeout(50)
    @Fallback(fallbackMethod = "uniInstead")
    Uni<String> slowUni() {
        return Uni.createFrom().nothing();
    }

    @Step
    @Timeout(50)
    @AsynchronousNonBlocking
    @Fallback(fallbackMethod = "stageInstead")
    CompletionStage<String> slowStage() {
        return new CompletableFuture<>();
    }

    @Step
    @ApplyGuard("hasty")
    @Fallback(fallbackMethod = "instead")
    String slowUnderGuard() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    String instead() {
        return "instead";
    }

    Uni<String> uniInstead() {
        return Uni.createFrom().item("instead");
    }

    CompletionStage<String> stageInstead() {
        return CompletableFuture.completedFuture("instead");
    }

    @Step
    @Timeout(50)
    String tooSlow() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    @Step
    @Timeout(50)
    Uni<String> tooSlowUni() {
        return Uni.createFrom().nothing();
    }

    @Step
    @Timeout(50)
    @AsynchronousNonBlocking
    CompletionStage<String> tooSlowStage() {
        return new CompletableFuture<>();
    }

    /** Notices the interruption, and returns normally all the same. */
    @Step
    @Timeout(50)
    String late() {
        BooleanSupplier isInterrupted = Thread.currentThread()::isInterrupted;
        while (!isInterrupted.getAsBoolean()) {
            Thread.onSpinWait();
        }
        return "late";
    }

    @Step
    @Timeout(50)
    @Retry(maxRetries = 1, delay = 5, jitter = 0)
    String slowTwice() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    @Step
    @CircuitBreaker(requestVolumeThreshold = 2, delay = 1, delayUnit = ChronoUnit.HOURS)
    String broken() {
        throw new IllegalStateException("always");
    }

    @Step
    @CircuitBreaker(requestVolumeThreshold = 2, delay = 1, delayUnit = ChronoUnit.HOURS)
    Uni<String> brokenUni() {
        return Uni.createFrom().failure(new IllegalStateException("always"));
    }

    @Step
    @CircuitBreaker(requestVolumeThreshold = 2, delay = 1, delayUnit = ChronoUnit.HOURS)
    @AsynchronousNonBlocking
    CompletionStage<String> brokenStage() {
        return CompletableFuture.failedFuture(new IllegalStateException("always"));
    }

    @Step
    @ApplyGuard("touchy")
    String brokenUnderGuard() {
        throw new IllegalStateException("always");
    }

    @Step
    @Retry(maxRetries = 3, delay = 20, jitter = 0)
    @CircuitBreaker(requestVolumeThreshold = 2, delay = 1, delayUnit = ChronoUnit.HOURS)
    String brokenRetried() {
        throw new IllegalStateException("always");
    }

    @Step
    @RateLimit(value = 1, window = 1, windowUnit = ChronoUnit.HOURS)
    String limited() {
        return "in time";
    }

    @Step
    @RateLimit(value = 1, window = 1, windowUnit = ChronoUnit.HOURS)
    @Fallback(fallbackMethod = "instead")
    String limitedWithFallback() {
        return "in time";
    }

    @Step
    @Asynchronous
    @Bulkhead(value = 1, waitingTaskQueue = 1)
    CompletionStage<String> narrow(CountDownLatch inside, CountDownLatch gate) {
        inside.countDown();
        await(gate);
        return CompletableFuture.completedFuture("done");
    }

    @Step
    @Asynchronous
    @Timeout(200)
    @Bulkhead(value = 1, waitingTaskQueue = 1)
    CompletionStage<String> impatient(CountDownLatch inside, CountDownLatch gate) {
        inside.countDown();
        await(gate);
        return CompletableFuture.completedFuture("done");
    }

    @Produces
    @Identifier("hasty")
    static final Guard HASTY = Guard.create().withTimeout().duration(50, ChronoUnit.MILLIS).done().build();

    @Produces
    @Identifier("touchy")
    static final Guard TOUCHY = Guard.create().withCircuitBreaker().requestVolumeThreshold(2).delay(1, ChronoUnit.HOURS)
            .done().build();
}
