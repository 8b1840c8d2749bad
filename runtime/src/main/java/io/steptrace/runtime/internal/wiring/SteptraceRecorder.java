package io.steptrace.runtime.internal.wiring;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

import io.quarkus.arc.Arc;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.ThreadPoolConfig;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.shutdown.ShutdownConfig;
import io.quarkus.virtual.threads.VirtualThreadsRecorder;
import io.smallrye.context.SmallRyeManagedExecutor;
import io.smallrye.context.SmallRyeThreadContext;
import io.steptrace.runtime.internal.admission.ValidationAnswers;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig.Queue;
import io.steptrace.runtime.internal.config.rules.ConfigNotes;
import io.steptrace.runtime.internal.config.rules.ConfigRules;
import io.steptrace.runtime.internal.context.CarriedContextStorage;
import io.steptrace.runtime.internal.failure.JaxRsAnswers;
import io.steptrace.runtime.internal.http.root.ContextKeepingTracing;
import io.steptrace.runtime.internal.interception.WorkDefinitions;
import io.steptrace.runtime.internal.pool.ParkingMetricsFactory;
import io.steptrace.runtime.internal.queue.BoundedJobQueue;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.steptrace.runtime.internal.queue.QueueExecutorService;
import io.steptrace.runtime.internal.queue.RejectionLog;
import io.steptrace.runtime.internal.queue.TaskRecordings;
import io.steptrace.runtime.internal.telemetry.method.MetadataText;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.wiring.TelemetryProducers.KnownErrors;
import io.steptrace.runtime.internal.work.EffectDefinition;
import io.steptrace.runtime.internal.work.StepDefinition;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Carries what the build knows into the running application. */
@Recorder
public class SteptraceRecorder {

    private static final Logger CONFIG = PrintableLog.of("io.steptrace.config");

    /** How long a drain may take if no shutdown timeout is configured: when Quarkus begins to interrupt its workers. */
    private static final Duration DEFAULT_DRAIN = Duration.ofSeconds(10);

    private final RuntimeValue<SteptraceConfig> config;
    private final RuntimeValue<ShutdownConfig> shutdown;
    private final RuntimeValue<ThreadPoolConfig> threadPool;

    public SteptraceRecorder(RuntimeValue<SteptraceConfig> config, RuntimeValue<ShutdownConfig> shutdown,
            RuntimeValue<ThreadPoolConfig> threadPool) {
        this.config = config;
        this.shutdown = shutdown;
        this.threadPool = threadPool;
    }

    /**
     * The definitions of all annotated methods: the steps, then the effects, at the positions the build gave them.
     *
     * @param texts of all of them
     * @param firstEffect how many are steps
     * @param errors what the texts refer to
     */
    public RuntimeValue<WorkDefinitions> definitions(List<String> texts, int firstEffect, List<Class<?>> errors) {
        MetadataText metadata = new MetadataText(errors);
        return new RuntimeValue<>(new WorkDefinitions(texts.size(),
                id -> id < firstEffect ? new StepDefinition(metadata.readStep(texts.get(id)), Queue.CONTINUATIONS)
                        : new EffectDefinition(metadata.readEffect(texts.get(id)))));
    }

    /** What the build knows of errors. */
    public RuntimeValue<KnownErrors> knownErrors(Set<String> applicationErrors, boolean hasJaxRs, boolean validatesEndpoints) {
        Predicate<Throwable> answers = hasJaxRs ? new JaxRsAnswers() : failure -> false;
        return new RuntimeValue<>(new KnownErrors(applicationErrors,
                validatesEndpoints ? answers.or(new ValidationAnswers()) : answers));
    }

    /**
     * Stops the start-up if a configured value breaks a rule.
     *
     * @param guard whether the application was built with the guard around its exporter
     * @param collector the violated rules of the platform's keys for the collector; null if our export is not built in
     */
    public void checkConfig(boolean guard, RuntimeValue<List<String>> collector) {
        ConfigRules.check(config.getValue(), collector == null ? List.of() : collector.getValue());
        ConfigNotes.onFixedKeys(ConfigProvider.getConfig(), guard).forEach(CONFIG::warn);
        ConfigNotes.onSampler(config.getValue()).forEach(CONFIG::warn);
    }

    /** Opens the queues the code names, and drains them at shutdown. */
    public RuntimeValue<JobQueues> jobQueues(Set<String> names, Supplier<Vertx> vertx, ScheduledExecutorService workers,
            ShutdownContext shutdownContext) {
        QueueSettings settings = new QueueSettings(config.getValue());
        Map<String, BoundedJobQueue> queues = new HashMap<>();
        for (String name : names) {
            queues.computeIfAbsent(settings.configuredName(name), configured -> new BoundedJobQueue(configured,
                    settings.concurrency(configured), settings.capacity(configured),
                    settings.usesVirtualThreads(configured) ? VirtualThreadsRecorder.getCurrent() : workers,
                    rejectionLog(workers)));
        }
        ConfigNotes.onQueues(config.getValue(), names, queues.keySet()).forEach(CONFIG::warn);
        JobQueues all = new JobQueues(queues, settings::configuredName, vertx);
        // a live reload does not wait for jobs of the code it replaces
        Duration limit = LaunchMode.current() == LaunchMode.DEVELOPMENT ? Duration.ZERO
                : shutdown.getValue().timeout().orElse(DEFAULT_DRAIN);
        boolean interrupts = limit.compareTo(patienceOfQuarkus()) >= 0;
        shutdownContext.addShutdownTask(() -> {
            if (!all.drain(limit) && interrupts) {
                all.interrupt();
            }
        });
        return new RuntimeValue<>(all);
    }

    /** How long Quarkus waits for its workers before it interrupts them; it begins when the queues have been drained. */
    private Duration patienceOfQuarkus() {
        Duration interrupt = threadPool.getValue().shutdownInterrupt();
        Duration timeout = threadPool.getValue().shutdownTimeout();
        return interrupt.compareTo(timeout) < 0 ? interrupt : timeout;
    }

    /** The queue writes its last line when it is drained; a timer that comes later finds nothing to write. */
    private static RejectionLog rejectionLog(ScheduledExecutorService timer) {
        return new RejectionLog(PrintableLog.of(RejectionLog.class), Clock.system(),
                (task, delay) -> {
                    try {
                        timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                    } catch (RejectedExecutionException e) {
                        // at shutdown, and the queue is drained then
                    }
                });
    }

    /** The executor that {@code @JobQueue} injects. */
    public Function<SyntheticCreationalContext<ManagedExecutor>, ManagedExecutor> queueExecutor(String name) {
        return context -> {
            QueueSettings settings = new QueueSettings(config.getValue());
            String configured = settings.configuredName(name);
            ExecutorService queue = new QueueExecutorService(bean(JobQueues.class), bean(TaskRecordings.class), name);
            // zero is no limit this class knows; the queue enforces it all the same
            int maxQueued = Math.max(1, settings.capacity(configured));
            return new SmallRyeManagedExecutor(settings.concurrency(configured), maxQueued,
                    SmallRyeThreadContext.builder().build(), queue, "@JobQueue(\"" + name + "\")");
        };
    }

    /** What {@code @JobQueue} injects where tracing is disabled: the executor of the platform. */
    public Function<SyntheticCreationalContext<ManagedExecutor>, ManagedExecutor> platformExecutor() {
        return context -> Arc.container().instance(ManagedExecutor.class).get();
    }

    /** Lets each thread have its own current context, from before the first use of any. */
    public void storeContexts() {
        CarriedContextStorage.install();
    }

    /** Keeps the contexts of steps where the platform would take them away. */
    public Consumer<VertxOptions> keptContexts() {
        return ContextKeepingTracing::putInto;
    }

    /** Observes the pools of HTTP clients, beside any other factory of Vert.x metrics. */
    public Consumer<VertxOptions> observedHttpClients() {
        return options -> {
            if (config.getValue().parks().httpClient()) {
                ParkingMetricsFactory.putInto(options);
            }
        };
    }

    /** The same where Quarkus' HTTP server is present: a method of its own, because a native image links all it can reach. */
    public Consumer<VertxOptions> observedHttpClientsBesideServer() {
        return options -> {
            if (config.getValue().parks().httpClient()) {
                ParkingMetricsFactory.putBesideServer(options);
            }
        };
    }

    private static <T> Supplier<T> bean(Class<T> type) {
        return () -> Arc.container().instance(type).get();
    }
}
