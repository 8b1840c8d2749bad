package io.steptrace.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;

/** Messages without a broker come without a Vert.x context of their own, and their steps are whole all the same. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class MemosTest {

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector memory;

    @Inject
    InMemorySpanExporter exporter;

    @ParameterizedTest
    @CsvSource({ "memos-blocking,false", "memos-event-loop,false", "memos-list,false", "memos-reactive,false",
            "memos-blocking,true", "memos-event-loop,true", "memos-list,true", "memos-reactive,true" })
    void aStepKeepsItsChildren(String channel, boolean onVertxContext) {
        Memos.SEEN.remove(channel);
        memory.<Object> source(channel).runOnVertxContext(onVertxContext)
                .send(channel.equals("memos-list") ? List.of("memo") : "memo");
        await().until(() -> Memos.SEEN.containsKey(channel));
        String step = Memos.SEEN.get(channel).get(1);
        await().until(() -> exporter.getFinishedSpanItems().stream().anyMatch(span -> span.getSpanId().equals(step)));

        if (!channel.equals("memos-reactive")) {
            assertThat(Memos.SEEN.get(channel)).as("ids in the log, and of the current span").containsOnly(step);
        }
        assertThat(exporter.getFinishedSpanItems()).filteredOn(span -> span.getSpanId().equals(step))
                .singleElement()
                .extracting(SpanData::getName).asString().startsWith("step.handle_memo");
        assertThat(exporter.getFinishedSpanItems()).filteredOn(span -> span.getParentSpanId().equals(step))
                .extracting(SpanData::getName).containsExactly("file.write memo", "MemoDesk.plain", "file.write memo");
    }
}
