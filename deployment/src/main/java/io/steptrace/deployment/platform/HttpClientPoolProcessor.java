package io.steptrace.deployment.platform;

import jakarta.interceptor.Interceptor;

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.vertx.core.deployment.VertxOptionsConsumerBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.wiring.SteptraceRecorder;

/** Observes the pools of Vert.x HTTP clients through the metrics SPI of Vert.x. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class HttpClientPoolProcessor {

    /** After OpenTelemetry and Micrometer, whose metrics are to be kept. */
    private static final int AFTER_OTHER_METRICS = Interceptor.Priority.LIBRARY_AFTER + 100;

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    VertxOptionsConsumerBuildItem observe(SteptraceRecorder recorder) {
        boolean hasHttpServer = QuarkusClassLoader
                .isClassPresentAtRuntime("io.quarkus.vertx.http.runtime.ExtendedQuarkusVertxHttpMetrics");
        return new VertxOptionsConsumerBuildItem(
                hasHttpServer ? recorder.observedHttpClientsBesideServer() : recorder.observedHttpClients(),
                AFTER_OTHER_METRICS);
    }
}
