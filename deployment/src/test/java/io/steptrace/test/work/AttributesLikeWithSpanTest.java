package io.steptrace.test.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.steptrace.test.work.AttributedApplication.Colour;
import io.steptrace.test.work.AttributedApplication.Endless;
import io.steptrace.test.work.AttributedApplication.Names;
import io.steptrace.test.work.AttributedApplication.Order;
import io.steptrace.test.work.AttributedApplication.Orders;
import io.steptrace.test.work.AttributedApplication.Work;

/** The same arguments on a step and on a method with {@code @WithSpan}: the same attributes, by key, type and value. */
class AttributesLikeWithSpanTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(AttributedApplication.class);

    @Inject
    Work work;

    @Inject
    Orders orders;

    @Test
    void writesScalars() {
        work.plainScalars("a", 1L, 2L, 3, 4, 5.5, 6.5, 7.5f, 8.5f, true, false);
        work.stepScalars("a", 1L, 2L, 3, 4, 5.5, 6.5, 7.5f, 8.5f, true, false);
        assertAlike("Work.plainScalars", "step.stepScalars", 11);
    }

    @Test
    void writesTexts() {
        Object[] arguments = { (byte) 1, (short) 2, 'c', new StringBuilder("b"), UUID.fromString("0-0-0-0-1"), Colour.RED,
                Instant.EPOCH, new BigDecimal("1.50"), Optional.of("x"), OptionalInt.of(1), new LinkedHashSet<>(List.of("s")),
                Map.of("k", 1), new Order(7), 1 };
        call("plainTexts", arguments);
        call("stepTexts", arguments);
        assertThat(FinishedSpans.attribute(spans.await("step.stepTexts"), "colour")).isEqualTo("the red one");
        assertAlike("Work.plainTexts", "step.stepTexts", 14);
    }

    @Test
    void writesLists() {
        Object[] arguments = { List.of("a"), List.of(1L), List.of(1.5), List.of(true), List.of(2), List.of(2.5f),
                List.of(UUID.fromString("0-0-0-0-1")), List.of((byte) 1), List.of("raw"), List.of("wild"),
                Arrays.asList("a", null),
                new ArrayList<>(List.of(3L)), new Names("n"), new LinkedList<>(List.of(4)) };
        call("plainLists", arguments);
        call("stepLists", arguments);
        assertAlike("Work.plainLists", "step.stepLists", 14);
    }

    @Test
    void writesArrays() {
        Object[] arguments = { new String[] { "a", null }, new Long[] { 1L }, new Double[] { 1.5 },
                new Boolean[] { true },
                new Integer[] { 1 }, new Float[] { 1.5f }, new long[] { 1 }, new int[] { 1 }, new double[] { 1.5 },
                new float[] { 1.5f }, new boolean[] { true }, new UUID[] { UUID.fromString("0-0-0-0-1") }, new Byte[] { 1 },
                new Object[] { "o" } };
        call("plainArrays", arguments);
        call("stepArrays", arguments);
        assertAlike("Work.plainArrays", "step.stepArrays", 14);
    }

    @Test
    void writesNothingForNull() {
        call("plainLists", new Object[14]);
        call("stepLists", new Object[14]);
        assertAlike("Work.plainLists", "step.stepLists", 0);
        call("plainTexts", (byte) 1, (short) 2, 'c', null, null, null, null, null, null, null, null, null, null, 1);
        call("stepTexts", (byte) 1, (short) 2, 'c', null, null, null, null, null, null, null, null, null, null, 1);
        assertAlike("Work.plainTexts", "step.stepTexts", 4);
    }

    @Test
    void leavesOutOfAListWhatNoExporterCouldEncode() {
        Object[] arguments = new Object[14];
        arguments[1] = new Long[] { 1L, null, 3L };
        arguments[4] = new Integer[] { null };
        call("stepArrays", arguments);
        assertThat(attributes(spans.await("step.stepArrays")).values()).containsExactlyInAnyOrder(List.of(1L, 3L), List.of());
    }

    @Test
    void writesATypeVariableAsText() {
        orders.find(7L);
        assertThat(attributes(spans.await("db.find order"))).containsEntry(AttributeKey.stringKey("id"), "7");
        spans.reset();
        orders.findAll(7L, 8L);
        assertThat(attributes(spans.await("db.list order")))
                .containsEntry(AttributeKey.stringArrayKey("ids"), List.of("7", "8"));
    }

    @Test
    void callsTheMethodOfAnArgumentThatCannotDescribeItself() {
        assertThatThrownBy(() -> new Endless().toString()).isInstanceOf(StackOverflowError.class);

        assertThat(work.undescribed(new Endless(), new Order(-1), "kept")).isEqualTo("done");
        assertThat(attributes(spans.await("step.undescribed"))).containsEntry(AttributeKey.stringKey("kept"), "kept")
                .doesNotContainKeys(AttributeKey.stringKey("endless"), AttributeKey.stringKey("order"));
    }

    @Test
    void keepsAListAsItWasWhenTheCallBegan() {
        List<String> names = new ArrayList<>(List.of("before"));
        work.changes(names);
        assertThat(names).isEmpty();
        assertThat(FinishedSpans.attribute(spans.await("step.changes"), "names")).isEqualTo(List.of("before"));
    }

    private void call(String name, Object... arguments) {
        Method method = Stream.of(Work.class.getDeclaredMethods()).filter(found -> found.getName().equals(name)).findFirst()
                .orElseThrow();
        try {
            method.invoke(work, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void assertAlike(String plain, String step, int count) {
        Map<AttributeKey<?>, Object> expected = attributes(spans.await(plain));
        assertThat(expected).hasSize(count);
        assertThat(attributes(spans.await(step))).isEqualTo(expected);
        spans.reset();
    }

    /** Those of the arguments. */
    private static Map<AttributeKey<?>, Object> attributes(SpanData span) {
        Map<AttributeKey<?>, Object> attributes = new java.util.HashMap<>(span.getAttributes().asMap());
        attributes.keySet().removeIf(key -> key.getKey().matches("(code|step|effect|db)\\..*"));
        return attributes;
    }
}
