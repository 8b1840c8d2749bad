package io.steptrace.panache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PanacheTest {

    @Inject
    Blog blog;

    @Inject
    InMemorySpanExporter exporter;

    @BeforeEach
    void forgetTheStart() {
        exporter.reset();
    }

    @Test
    void hasAnEffectForEachCallOfAnActiveRecord() {
        assertThat(blog.publish("ada", "Notes")).containsExactly("Notes");

        List<SpanData> spans = awaitEndOf("step.publish");
        assertThat(childrenOf("step.publish", spans)).extracting(SpanData::getName)
                .contains("db.insert post", "db.get post", "db.list post");
        assertThat(named("db.list post", spans).getAttributes().get(AttributeKey.stringKey("post.author"))).isEqualTo("ada");
    }

    @Test
    void hasTheStatementsBelowTheirEffect() {
        blog.publish("grace", "Compilers");

        List<SpanData> spans = awaitEndOf("step.publish");
        assertThat(childrenOf("db.insert post", spans)).extracting(SpanData::getName)
                .anyMatch(name -> name.startsWith("INSERT"));
        assertThat(childrenOf("db.list post", spans)).extracting(SpanData::getName).anyMatch(name -> name.startsWith("SELECT"));
    }

    /** The statement runs when the transaction ends, after the effect. */
    @Test
    void hasNoStatementBelowAnEffectThatOnlyNotesTheEntity() {
        blog.draft("linus");

        List<SpanData> spans = awaitEndOf("step.draft");
        assertThat(childrenOf("db.insert draft", spans)).extracting(SpanData::getName)
                .noneMatch(name -> name.startsWith("INSERT"));
        assertThat(spans).extracting(SpanData::getName).anyMatch(name -> name.startsWith("INSERT"));
    }

    @Test
    void hasAnEffectForAMethodOfARepository() {
        blog.countArchive();

        List<SpanData> spans = awaitEndOf("step.count_archive");
        assertThat(childrenOf("step.count_archive", spans)).extracting(SpanData::getName).contains("db.list archive");
    }

    private List<SpanData> awaitEndOf(String name) {
        return await().until(exporter::getFinishedSpanItems,
                spans -> spans.stream().anyMatch(span -> span.getName().equals(name)));
    }

    private static List<SpanData> childrenOf(String parent, List<SpanData> spans) {
        String id = named(parent, spans).getSpanId();
        return spans.stream().filter(span -> span.getParentSpanId().equals(id)).toList();
    }

    private static SpanData named(String name, List<SpanData> spans) {
        return spans.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
    }

    /** Takes the place of the exporter for OTLP. */
    public static class Exporter {

        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
