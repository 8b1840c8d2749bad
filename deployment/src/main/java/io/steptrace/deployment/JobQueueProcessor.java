package io.steptrace.deployment;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.jandex.AnnotationInstance;

import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ExecutorBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;
import io.steptrace.JobQueue;
import io.steptrace.deployment.config.ConfigCheckedBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.deployment.export.SamplingOpenedBuildItem;
import io.steptrace.deployment.method.DotNames;
import io.steptrace.deployment.method.WorkMethod;
import io.steptrace.runtime.internal.config.SteptraceConfig.Queue;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.steptrace.runtime.internal.wiring.SteptraceRecorder;

/** Opens the queues the application names, and provides the executors it injects. */
class JobQueueProcessor {

    /** Refers to the scheduler, which may be absent. */
    private static final String SCHEDULER_REST = "io.steptrace.runtime.internal.queue.SchedulerRest";

    /** The container generates literals of a qualifier only if it finds it in its own index. */
    @BuildStep
    AdditionalBeanBuildItem indexQualifier() {
        return new AdditionalBeanBuildItem(JobQueue.class);
    }

    /** Opened after sampling and export, and so drained before they are closed: the last jobs have spans as well. */
    @BuildStep(onlyIf = SteptraceEnabled.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(ConfigCheckedBuildItem.class)
    @Consume(SamplingOpenedBuildItem.class)
    void open(DiscoveredWorkBuildItem discovered, WorkMethodsBuildItem works, SteptraceRecorder recorder,
            CoreVertxBuildItem vertx, ExecutorBuildItem executor, ShutdownContextBuildItem shutdown,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        Set<String> names = new TreeSet<>(discovered.injectedQueues());
        // a need may stand in a library without an index; a queue without jobs costs nothing
        names.add(Queue.CONTINUATIONS);
        works.all().stream().filter(WorkMethod::isQueued).map(WorkMethod::queue).forEach(names::add);
        beans.produce(SyntheticBeanBuildItem.configure(JobQueues.class).scope(Singleton.class).unremovable().setRuntimeInit()
                .runtimeValue(recorder.jobQueues(names, vertx.getVertx(), executor.getExecutorProxy(), shutdown)).done());
        discovered.injectedQueues().forEach(queue -> beans.produce(executorBean(queue, recorder.queueExecutor(queue))));
    }

    @BuildStep(onlyIf = SteptraceEnabled.class)
    void restBeforeDraining(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.SCHEDULER)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(SCHEDULER_REST));
        }
    }

    /** Without tracing, the application's injection points are still to be satisfied. */
    @BuildStep(onlyIfNot = SteptraceEnabled.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    void substitute(DiscoveredWorkBuildItem discovered, SteptraceRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        discovered.injectedQueues().forEach(queue -> beans.produce(executorBean(queue, recorder.platformExecutor())));
    }

    private static SyntheticBeanBuildItem executorBean(String queue,
            Function<SyntheticCreationalContext<ManagedExecutor>, ManagedExecutor> creator) {
        return SyntheticBeanBuildItem.configure(ManagedExecutor.class)
                .types(ManagedExecutor.class, ExecutorService.class, Executor.class)
                .addQualifier(AnnotationInstance.builder(DotNames.JOB_QUEUE).value(queue).build())
                .scope(Singleton.class).setRuntimeInit().createWith(creator).done();
    }
}
