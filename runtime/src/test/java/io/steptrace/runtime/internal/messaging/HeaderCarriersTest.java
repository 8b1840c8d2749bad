package io.steptrace.runtime.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class HeaderCarriersTest {

    private final KafkaHeaderCarrier kafka = new KafkaHeaderCarrier();

    @Test
    void knowsAConnectorWithAndWithoutItsPrefix() {
        HeaderCarriers carriers = configured(Map.of("mp.messaging.incoming.orders.connector", "smallrye-kafka",
                "mp.messaging.incoming.\"paid.orders\".connector", "kafka", "mp.messaging.incoming.memos.connector", "memory"));
        assertThat(carriers.ofChannel("incoming", "orders")).isSameAs(kafka);
        assertThat(carriers.ofChannel("incoming", "paid.orders")).isSameAs(kafka);
        assertThat(carriers.ofChannel("incoming", "memos")).isNull();
        assertThat(carriers.ofChannel("outgoing", "orders")).isNull();
    }

    @Test
    void takesTheCopiesOfAChannelForTheChannel() {
        HeaderCarriers carriers = configured(Map.of("mp.messaging.incoming.orders.connector", "smallrye-kafka",
                "mp.messaging.incoming.own$7.connector", "smallrye-kafka"));
        assertThat(carriers.nameOf("incoming", "orders$12")).isEqualTo("orders");
        assertThat(carriers.nameOf("incoming", "orders")).isEqualTo("orders");
        assertThat(carriers.nameOf("incoming", "own$7")).isEqualTo("own$7");
    }

    private HeaderCarriers configured(Map<String, String> properties) {
        return new HeaderCarriers(List.of(kafka), new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100)).build());
    }
}
