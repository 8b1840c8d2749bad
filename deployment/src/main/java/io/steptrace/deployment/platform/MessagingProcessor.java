package io.steptrace.deployment.platform;

import java.util.List;
import java.util.Map;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.wiring.MessagingProducers;

/** Follows messages from process to process, where there is a connector whose messages have headers. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class MessagingProcessor {

    /** What carries headers, by the connector it refers to and that may be absent. */
    private static final Map<String, String> CARRIERS = Map.of(
            "io.smallrye.reactive.messaging.amqp.AmqpConnector",
            "io.steptrace.runtime.internal.messaging.AmqpHeaderCarrier",
            "io.smallrye.reactive.messaging.kafka.KafkaConnector",
            "io.steptrace.runtime.internal.messaging.KafkaHeaderCarrier");

    @BuildStep
    void headers(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isMissing(Capability.MESSAGING)) {
            return;
        }
        List<String> carriers = CARRIERS.entrySet().stream()
                .filter(carrier -> QuarkusClassLoader.isClassPresentAtRuntime(carrier.getKey()))
                .map(Map.Entry::getValue).sorted().toList();
        if (!carriers.isEmpty()) {
            beans.produce(AdditionalBeanBuildItem.builder().addBeanClass(MessagingProducers.class.getName())
                    .addBeanClasses(carriers).setUnremovable().build());
        }
    }
}
