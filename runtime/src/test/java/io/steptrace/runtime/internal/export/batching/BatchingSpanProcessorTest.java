package io.steptrace.runtime.internal.export.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.RecordedLosses.Loss;
import io.steptrace.runtime.internal.export.encoding.BatchEncoder;
import io.steptrace.runtime.internal.export.encoding.EncodedSpan;
import io.steptrace.runtime.internal.export.encoding.Requests;
import io.steptrace.runtime.internal.telemetry.ChangedSpan;

/** Beside the SDK's tracer, with a receiver that does as the test says. */
class BatchingSpanProcessorTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final RecordedLosses losses = new RecordedLosses();
    private final Exporter exporter = new Exporter();
    private SdkTracerProvider provider;

    @AfterEach
    void close() {
        exporter.gate.countDown();
        provider.shutdown().join(10, TimeUnit.SECONDS);
    }

    @Test
    void makesABatchOfAsManySpansAsAsked() {
        Tracer tracer = tracer(new BatchingLimits(LONG, 10, 1 << 20, 1024, 1 << 20, LONG));

        end(tracer, 35);

        await().untilAsserted(() -> assertThat(exporter.batches).containsExactly(10, 10, 10));
        provider.forceFlush().join(10, TimeUnit.SECONDS);
        assertThat(exporter.batches).containsExactly(10, 10, 10, 5);
    }

    @Test
    void aBatchThatIsNotFullLeavesInTime() {
        end(tracer(new BatchingLimits(Duration.ofMillis(50), 512, 1 << 20, 1024, 1 << 20, LONG)), 3);

        await().untilAsserted(() -> assertThat(exporter.names).hasSize(3));
    }

    @Test
    void restsWhileThereIsNothingToDo() {
        tracer(new BatchingLimits(Duration.ofMillis(10), 512, 1 << 20, 1024, 1 << 20, LONG));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worker = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("steptrace-batches"))
                .mapToLong(ThreadInfo::getThreadId).max().orElseThrow();
        long begun = System.nanoTime();
        long cpuBefore = threads.getThreadCpuTime(worker);

        await().until(() -> System.nanoTime() - begun > Duration.ofMillis(400).toNanos());

        // a thread that turns round and round takes nearly all of the time
        assertThat(threads.getThreadCpuTime(worker) - cpuBefore).isLessThan((System.nanoTime() - begun) / 5);
    }

    @Test
    void fewLargeSpansMakeABatch() {
        Tracer tracer = tracer(new BatchingLimits(LONG, 512, 10_000, 1024, 1 << 20, LONG));

        for (int i = 0; i < 4; i++) {
            tracer.spanBuilder("large").setAttribute("text", "x".repeat(3_500)).startSpan().end();
        }

        await().untilAsserted(() -> assertThat(exporter.batches).startsWith(3));
    }

    @Test
    void whatExceedsTheBoundInBytesIsCounted() {
        exporter.blocks = true;
        Tracer tracer = tracer(new BatchingLimits(LONG, 512, 1 << 20, 1024, 100_000, LONG));

        for (int i = 0; i < 100; i++) {
            tracer.spanBuilder("large").setAttribute("text", "x".repeat(10_000)).startSpan().end();
        }
        assertThat(losses.all()).isNotEmpty().allMatch(loss -> loss.reason().equals("queue_full"));
        exporter.gate.countDown();
        provider.forceFlush().join(10, TimeUnit.SECONDS);

        assertThat(exporter.names).hasSizeBetween(5, 10);
        assertThat(exporter.names.size() + losses.spans()).isEqualTo(100);
    }

    @Test
    void aSpanThatIsLargerThanAllPassesAnEmptyQueue() {
        Tracer tracer = tracer(new BatchingLimits(LONG, 512, 1 << 20, 1024, 1_000, LONG));

        tracer.spanBuilder("large").setAttribute("text", "x".repeat(10_000)).startSpan().end();
        provider.forceFlush().join(10, TimeUnit.SECONDS);
        tracer.spanBuilder("next").startSpan().end();
        provider.forceFlush().join(10, TimeUnit.SECONDS);

        assertThat(exporter.names).containsExactly("large", "next");
    }

    @Test
    void anErrorCostsItsBatchAndNotTheThread() {
        exporter.error = new OutOfMemoryError("test");
        Tracer tracer = tracer(new BatchingLimits(LONG, 10, 1 << 20, 1024, 1 << 20, LONG));
        end(tracer, 10);
        await().untilAsserted(() -> assertThat(losses.all()).containsExactly(new Loss("unexpected", 10)));

        exporter.error = null;
        end(tracer, 10);

        await().untilAsserted(() -> assertThat(exporter.batches).containsExactly(10));
    }

    @Test
    void aSpanThatCannotBeEncodedCostsNothingButItself() {
        BatchingSpanProcessor processor = BatchingSpanProcessor.start(exporter,
                new BatchingLimits(LONG, 512, 1 << 20, 1024, 1 << 20, LONG), losses);
        provider = SdkTracerProvider.builder().addSpanProcessor(processor).build();

        processor.onEnd(new ChangedSpan((ReadableSpan) provider.get("test").spanBuilder("broken").startSpan(), null));
        end(provider.get("test"), 1);
        provider.forceFlush().join(10, TimeUnit.SECONDS);

        assertThat(losses.all()).containsExactly(new Loss("encoding", 1));
        assertThat(exporter.names).containsExactly("span");
    }

    @Test
    void ignoresWhatIsNotSampled() {
        provider = SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).addSpanProcessor(
                BatchingSpanProcessor.start(exporter, new BatchingLimits(LONG, 1, 1, 16, 1 << 20, LONG), losses)).build();
        end(provider.get("test"), 5);

        provider.forceFlush().join(10, TimeUnit.SECONDS);

        assertThat(exporter.names).isEmpty();
    }

    @Test
    void handsOverAllBeforeItsEndAndCountsWhatComesLater() {
        BatchingSpanProcessor processor = BatchingSpanProcessor.start(exporter,
                new BatchingLimits(LONG, 512, 1 << 20, 1024, 1 << 20, LONG), losses);
        provider = SdkTracerProvider.builder().addSpanProcessor(processor).build();
        Tracer tracer = provider.get("test");
        end(tracer, 100);

        assertThat(processor.shutdown().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        end(tracer, 3);

        assertThat(exporter.names).hasSize(100);
        assertThat(losses.all()).allMatch(loss -> loss.reason().equals("shutdown"));
        assertThat(losses.spans()).isEqualTo(3);
        assertThat(processor.forceFlush().isSuccess()).isTrue();
    }

    @Test
    void everySpanOfManyThreadsIsHandedOverOrCountedOnce() {
        Tracer tracer = tracer(new BatchingLimits(Duration.ofMillis(1), 64, 50_000, 128, 100_000, LONG));

        CompletableFuture.allOf(IntStream.range(0, 8).mapToObj(thread -> CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 5_000; i++) {
                tracer.spanBuilder(thread + "-" + i).startSpan().end();
            }
        })).toArray(CompletableFuture[]::new)).join();
        provider.forceFlush().join(10, TimeUnit.SECONDS);

        List<String> names = new ArrayList<>(exporter.names);
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.size() + losses.spans()).isEqualTo(40_000);
    }

    private Tracer tracer(BatchingLimits limits) {
        provider = SdkTracerProvider.builder().addSpanProcessor(BatchingSpanProcessor.start(exporter, limits, losses)).build();
        return provider.get("test");
    }

    private static void end(Tracer tracer, int spans) {
        for (int i = 0; i < spans; i++) {
            tracer.spanBuilder("span").startSpan().end();
        }
    }

    private static final class Exporter implements BatchReceiver {

        final List<Integer> batches = new CopyOnWriteArrayList<>();
        final List<String> names = new CopyOnWriteArrayList<>();
        final CountDownLatch gate = new CountDownLatch(1);
        volatile boolean blocks;
        volatile Error error;

        @Override
        public CompletableResultCode receive(List<EncodedSpan> spans) {
            if (error != null) {
                throw error;
            }
            if (blocks) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            new BatchEncoder(false, Long.MAX_VALUE, new RecordedLosses()).encode(spans,
                    batch -> names.addAll(Requests.names(batch)));
            batches.add(spans.size());
            return CompletableResultCode.ofSuccess();
        }
    }
}
