package io.steptrace.runtime.internal.export.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Beside the marshaler of the SDK, which is to write the same bytes. */
class EncodedSpanTest {

    private static final AttributeKey<String> TEXT = AttributeKey.stringKey("text");

    @Property(tries = 500)
    void isWhatTheMarshalerOfTheSdkWrites(@ForAll("spans") SpanData span) throws IOException {
        assertThat(ours(span)).isEqualTo(theirs(span));
    }

    @Test
    void keepsTextsOfAnyLengthAndAlphabet() throws IOException {
        for (int length : new int[] { 1, 127, 128, 16_383, 16_384, 300_000 }) {
            SpanData span = builder().setName("x".repeat(length)).setAttributes(Attributes.of(TEXT, "\u00e4".repeat(length)))
                    .build();
            assertThat(ours(span)).as("length " + length).isEqualTo(theirs(span));
        }
        // not plain from the last character on, and not until then
        SpanData late = builder().setName("x".repeat(126) + "\u00e4").setAttributes(Attributes.of(TEXT, "x\u4E2D")).build();
        assertThat(ours(late)).isEqualTo(theirs(late));
        SpanData wide = builder().setAttributes(Attributes.of(TEXT, "\uD83D\uDC18 \u4E2D\u6587")).build();
        assertThat(ours(wide)).isEqualTo(theirs(wide));
    }

    /** There is nothing on the wire for half a character; what stands around it stays. */
    @Test
    void replacesHalfACharacter() throws IOException {
        assertThat(new String(ours(builder().setName("a\uD83Db").build()), StandardCharsets.UTF_8)).contains("a?b");
    }

    /** The marshaler of the SDK fails at the one and leaves the other without a type. */
    @Test
    void keepsTheEmptyAndTheMissing() throws IOException {
        byte[] written = EncodedSpan.of(builder().setAttributes(
                Attributes.of(AttributeKey.longArrayKey("n"), Arrays.asList(1L, null), AttributeKey.stringKey("e"), ""))
                .build()).bytes();

        // KeyValue{"n", array{1, nothing}} and KeyValue{"e", string ""}
        assertThat(written).containsSequence(0x0A, 1, 'n', 0x12, 8, 0x2A, 6, 0x0A, 2, 0x18, 1, 0x0A, 0)
                .containsSequence(0x0A, 1, 'e', 0x12, 2, 0x0A, 0);
    }

    @Test
    void saysWhoseTheSpansAre() throws IOException {
        SpanData span = builder().setResource(Resource.create(Attributes.of(TEXT, "here"), "https://schema/resource"))
                .setInstrumentationScopeInfo(InstrumentationScopeInfo.builder("library").setVersion("1.2")
                        .setSchemaUrl("https://schema/scope").setAttributes(Attributes.of(TEXT, "there")).build())
                .build();

        // the order of fields is not part of a message
        assertThat(sorted(ours(span))).isEqualTo(sorted(theirs(span)));
    }

    private static byte[] sorted(byte[] bytes) {
        byte[] sorted = bytes.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static byte[] ours(SpanData span) {
        return Requests.encoded(false, List.of(span)).get(0).body();
    }

    private static byte[] theirs(SpanData span) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TraceRequestMarshaler.create(List.of(span)).writeBinaryTo(bytes);
        return bytes.toByteArray();
    }

    private static TestSpanData.Builder builder() {
        return TestSpanData.builder().setName("span").setKind(SpanKind.INTERNAL).setSpanContext(SpanContext.getInvalid())
                .setStartEpochNanos(1).setEndEpochNanos(2).setHasEnded(true).setTotalAttributeCount(1)
                .setStatus(StatusData.unset())
                .setResource(Resource.empty()).setInstrumentationScopeInfo(InstrumentationScopeInfo.create("test"));
    }

    @Provide
    static Arbitrary<SpanData> spans() {
        Arbitrary<List<EventData>> events = Combinators.combine(times(), Arbitraries.strings().ofMaxLength(200), attributes(),
                Arbitraries.integers().between(0, 300))
                .as((time, name, attributes, dropped) -> EventData.create(time, name, attributes, attributes.size() + dropped))
                .list().ofMaxSize(3);
        Arbitrary<List<LinkData>> links = Combinators.combine(contexts(), attributes(), Arbitraries.integers().between(0, 2))
                .as((context, attributes, dropped) -> LinkData.create(context, attributes, attributes.size() + dropped)).list()
                .ofMaxSize(2);
        Arbitrary<StatusData> status = Combinators.combine(Arbitraries.of(StatusCode.class), Arbitraries.strings())
                .as(StatusData::create);
        Arbitrary<Integer> dropped = Arbitraries.integers().between(0, 200);
        return Combinators.combine(Combinators.combine(contexts(), contexts(), Arbitraries.strings(),
                Arbitraries.of(SpanKind.class)).as(EncodedSpanTest::named), times(), times(), attributes(), events, links,
                status, dropped)
                .as((span, start, end, attributes, eventList, linkList, state, lost) -> span.setStartEpochNanos(start)
                        .setEndEpochNanos(end).setAttributes(attributes).setTotalAttributeCount(attributes.size() + lost)
                        .setEvents(eventList).setTotalRecordedEvents(eventList.size() + lost).setLinks(linkList)
                        .setTotalRecordedLinks(linkList.size() + lost).setStatus(state).build());
    }

    private static TestSpanData.Builder named(SpanContext context, SpanContext parent, String name, SpanKind kind) {
        return builder().setSpanContext(context).setParentSpanContext(parent).setName(name).setKind(kind);
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.longs().greaterOrEqual(1);
    }

    private static Arbitrary<SpanContext> contexts() {
        Arbitrary<String> hex = Arbitraries.strings().withChars("0123456789abcdef").ofLength(15).map(text -> text + "1");
        Arbitrary<TraceState> states = Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).map(String::toLowerCase),
                Arbitraries.strings().alpha().ofMinLength(1)).ofMaxSize(3).map(EncodedSpanTest::traceState);
        return Combinators.combine(hex, hex, states, Arbitraries.bytes(), Arbitraries.of(true, false))
                .as((trace, span, state, flags, isRemote) -> isRemote
                        ? SpanContext.createFromRemoteParent(trace + span, span, TraceFlags.fromByte(flags), state)
                        : SpanContext.create(trace + span, span, TraceFlags.fromByte(flags), state));
    }

    private static TraceState traceState(Map<String, String> entries) {
        var builder = TraceState.builder();
        entries.forEach(builder::put);
        return builder.build();
    }

    private static Arbitrary<Attributes> attributes() {
        Arbitrary<String> texts = Arbitraries.strings().ofMinLength(1).ofMaxLength(300).filter(text -> !hasHalves(text));
        Arbitrary<Object> values = Arbitraries.oneOf(texts, Arbitraries.longs(), Arbitraries.doubles(),
                Arbitraries.of(true, false), texts.list().ofMaxSize(3), Arbitraries.longs().list().ofMaxSize(3),
                Arbitraries.doubles().list().ofMaxSize(3), Arbitraries.of(true, false).list().ofMaxSize(3));
        return Arbitraries.maps(Arbitraries.strings().ofMinLength(1), values).ofMaxSize(12).map(EncodedSpanTest::attributesOf);
    }

    private static boolean hasHalves(String text) {
        return text.chars().anyMatch(each -> Character.isSurrogate((char) each));
    }

    @SuppressWarnings("unchecked")
    private static Attributes attributesOf(Map<String, Object> values) {
        AttributesBuilder attributes = Attributes.builder();
        values.forEach((key, value) -> {
            if (value instanceof List<?> list) {
                Object first = list.isEmpty() ? "" : list.get(0);
                attributes.put((AttributeKey<Object>) (AttributeKey<?>) (first instanceof Long ? AttributeKey.longArrayKey(key)
                        : first instanceof Double ? AttributeKey.doubleArrayKey(key)
                                : first instanceof Boolean ? AttributeKey.booleanArrayKey(key)
                                        : AttributeKey.stringArrayKey(key)),
                        value);
            } else if (value instanceof Long number) {
                attributes.put(key, number);
            } else if (value instanceof Double number) {
                attributes.put(key, number);
            } else if (value instanceof Boolean flag) {
                attributes.put(key, flag);
            } else {
                attributes.put(key, (String) value);
            }
        });
        return attributes.build();
    }
}
