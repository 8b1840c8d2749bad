package io.steptrace.runtime.internal.export.encoding;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiConsumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;

/**
 * Writes attributes as {@code KeyValue} messages. One for each span or event, used by one thread.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/common/v1/common.proto">the
 *      messages</a>
 */
final class AttributeEncoder implements BiConsumer<AttributeKey<?>, Object> {

    private static final int KEY = 1;
    private static final int VALUE = 2;

    private static final int STRING = 1;
    private static final int BOOL = 2;
    private static final int INT = 3;
    private static final int DOUBLE = 4;
    private static final int ARRAY = 5;
    private static final int KEY_VALUES = 6;
    private static final int BYTES = 7;

    /** Of arrays and of lists of keys with values. */
    private static final int ELEMENTS = 1;

    private final WireWriter to;
    private final int field;

    private AttributeEncoder(WireWriter to, int field) {
        this.to = to;
        this.field = field;
    }

    /** @param field the one that has attributes in the message that is being written */
    static void write(Attributes attributes, WireWriter to, int field) {
        if (!attributes.isEmpty()) {
            attributes.forEach(new AttributeEncoder(to, field));
        }
    }

    @Override
    public void accept(AttributeKey<?> key, Object value) {
        keyValue(field, key.getKey(), value);
    }

    private void keyValue(int field, String key, Object value) {
        int message = to.begin(field);
        to.textIfAny(KEY, key);
        any(VALUE, value);
        to.end(message);
    }

    private void any(int field, Object value) {
        int message = to.begin(field);
        content(value);
        to.end(message);
    }

    /**
     * What has no form on the wire, such as the {@code null} in a list, stays without content, and keeps its place. Asks for
     * final classes first: whether a value has an interface takes much longer to find out if it has not.
     */
    private void content(Object value) {
        if (value instanceof String text) {
            to.text(STRING, text);
        } else if (value instanceof Long number) {
            to.number(INT, number);
        } else if (value instanceof Double number) {
            to.fixed64(DOUBLE, Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean flag) {
            to.number(BOOL, flag ? 1 : 0);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof Value<?> any) {
            content(any);
        }
    }

    private void content(Value<?> any) {
        switch (any.getType()) {
            case KEY_VALUE_LIST -> keyValues((List<?>) any.getValue());
            case BYTES -> bytes((ByteBuffer) any.getValue());
            default -> content(any.getValue());
        }
    }

    private void array(List<?> list) {
        int message = to.begin(ARRAY);
        for (Object element : list) {
            any(ELEMENTS, element);
        }
        to.end(message);
    }

    private void keyValues(List<?> list) {
        int message = to.begin(KEY_VALUES);
        for (Object element : list) {
            KeyValue each = (KeyValue) element;
            keyValue(ELEMENTS, each.getKey(), each.getValue());
        }
        to.end(message);
    }

    private void bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        to.bytes(BYTES, bytes);
    }
}
