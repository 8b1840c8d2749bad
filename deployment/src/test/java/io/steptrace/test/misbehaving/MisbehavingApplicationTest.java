package io.steptrace.test.misbehaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.misbehaving.Shape.Call;
import io.steptrace.test.misbehaving.Shape.Ending;

/**
 * An application's exceptions, arguments, results and classifiers misbehave when telemetry asks them for something: a caller
 * sees the very result and the very exception, no thread waits for ever, and each span ends.
 */
class MisbehavingApplicationTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addPackage(Methods.class.getPackage()))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.log.category.\"io.steptrace\".level", "OFF")
            // else it stays off for the applications after this one in the same JVM
            .setAfterUndeployListener(() -> Logger.getLogger("io.steptrace").setLevel(null));

    private static final int CALLS = 800;

    @Inject
    Methods methods;

    @Inject
    Methods.BadClassifier classifier;

    @Inject
    Retried.Bare bare;

    @Inject
    Retried.Traced traced;

    @Inject
    OpenSpans open;

    @Test
    void aCallerSeesWhatItSeesWithoutTelemetry() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < CALLS; i++) {
            Shape shape = Shape.values()[i % Shape.values().length];
            Call call = any(random, Misbehaving.failure(random));

            Ending ending = shape.call(methods, call).toCompletableFuture().get(10, TimeUnit.SECONDS);

            String described = shape + ", call " + i + " of seed " + seed;
            if (call.failure() != null) {
                assertThat(ending.failure() == call.failure()).as(described).isTrue();
            } else {
                assertThat(ending.failure() == null).as(described).isTrue();
                assertThat(shape == Shape.VOID || ending.item() == call.result()).as(described).isTrue();
            }
        }
        await().untilAsserted(() -> assertThat(open.count()).hasValue(0));
    }

    @Test
    void aCallerUnderFaultToleranceSeesWhatItSeesWithoutTelemetry() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < CALLS / 4; i++) {
            Retried.Way way = Retried.Way.values()[i % Retried.Way.values().length];
            Call call = any(random, Misbehaving.withoutCause(random));
            CompletableFuture<Ending> withoutStep = way.call(bare, call).toCompletableFuture();
            if (!withoutStep.isDone()) {
                // nothing here is slow: fault tolerance itself does not survive that
                continue;
            }
            Ending expected = withoutStep.join();

            Ending ending = way.call(traced, call).toCompletableFuture().get(10, TimeUnit.SECONDS);

            String described = way + ", call " + i + " of seed " + seed;
            assertThat(isSame(expected.item(), ending.item())).as(described).isTrue();
            assertThat(isSame(expected.failure(), ending.failure())).as(described).isTrue();
        }
        await().untilAsserted(() -> assertThat(open.count()).hasValue(0));
    }

    private Call any(Random random, Throwable failure) {
        classifier.trouble = Trouble.any(random);
        return new Call(Misbehaving.text(random), random.nextInt(4) == 0 ? null : failure, Misbehaving.text(random));
    }

    /** Fault tolerance may meet with trouble itself, which is new each time. */
    private static boolean isSame(Object expected, Object seen) {
        return expected == seen || expected != null && seen != null && expected.getClass() == seen.getClass()
                && !(expected instanceof CharSequence) && expected.getClass().getEnclosingClass() != Misbehaving.class;
    }

    /** It is cut, and never copied as a whole. */
    @Test
    void aMessageOfAnySizeCostsItsBeginning() throws Exception {
        String message = "x".repeat(40_000_000);
        for (Shape shape : Shape.values()) {
            Call call = new Call("argument", new IllegalStateException(message), null);

            Ending ending = shape.call(methods, call).toCompletableFuture().get(10, TimeUnit.SECONDS);

            assertThat(ending.failure() == call.failure()).as(shape.name()).isTrue();
        }
        await().untilAsserted(() -> assertThat(open.count()).hasValue(0));
    }

    /** More of them than the queue runs at a time, and than wait in it. */
    @Test
    void aQueueGoesOnAfterWorkThatNobodyWaitsFor() throws Exception {
        Random random = new Random(1);
        for (Throwable failure : List.of(Misbehaving.failure(random), new Misbehaving.BadError(Trouble.ASSERTION,
                Trouble.OVERFLOW, true), new Misbehaving.BadException(Trouble.OVERFLOW, Trouble.ASSERTION, true))) {
            for (int i = 0; i < 20; i++) {
                methods.queuedNothing("argument", new Call("argument", failure, null));
            }
        }
        Ending ending = Shape.QUEUED_UNI.call(methods, new Call("argument", null, "result")).toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        assertThat(ending.item()).isEqualTo("result");
        await().untilAsserted(() -> assertThat(open.count()).hasValue(0));
    }

    /** Counts spans that have begun and not ended. */
    @Singleton
    public static class OpenSpans implements SpanProcessor {

        private final AtomicInteger count = new AtomicInteger();

        AtomicInteger count() {
            return count;
        }

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            count.incrementAndGet();
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            count.decrementAndGet();
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
