package io.steptrace.orders;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** Sends orders past the application, with any properties, and finds the step that handled them. */
@Singleton
class ForeignSender {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InMemorySpanExporter exporter;
    private final OrderSteps steps;
    private final AmqpClient client;

    ForeignSender(InMemorySpanExporter exporter, OrderSteps steps, Vertx vertx,
            @ConfigProperty(name = "amqp-host") String host, @ConfigProperty(name = "amqp-port") int port) {
        this.exporter = exporter;
        this.steps = steps;
        this.client = AmqpClient.create(vertx, new AmqpClientOptions().setHost(host).setPort(port));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends an order, and awaits that the broker has it. */
    void send(String id, JsonObject properties) {
        AmqpMessage order = AmqpMessage.create().withBody(id).applicationProperties(properties).build();
        await("the order to be sent").atMost(PATIENCE).until(client.connect()
                .compose(connection -> connection.createSender("orders")).compose(sender -> sender.sendWithAck(order))
                .toCompletionStage().toCompletableFuture()::isDone);
    }

    /** The span of the step that handled the order. */
    SpanData stepOf(String id, JsonObject properties) {
        send(id, properties);
        return steps.awaitStep(OrderSteps.HANDLED, id);
    }

    /** How often a wait became a span below this one. */
    long waitsBelow(SpanData step) {
        return exporter.getFinishedSpanItems().stream().filter(span -> span.getParentSpanId().equals(step.getSpanId()))
                .filter(span -> span.getName().equals("job.queue_wait")).count();
    }
}
