package io.steptrace.runtime.internal.telemetry.method;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.trace.SpanBuilder;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.BoundedText;

/** A method parameter whose value becomes an attribute; position, name and type are known at build time. */
public final class ParameterAttribute {

    /** How a parameter's value becomes an attribute value. */
    public enum Type {
        /** All that has no attribute type of its own, as its toString() says. */
        TEXT(AttributeType.STRING),
        /** {@code boolean}. */
        BOOLEAN(AttributeType.BOOLEAN),
        /** {@code int} and {@code long}. */
        LONG(AttributeType.LONG),
        /** {@code float} and {@code double}. */
        DOUBLE(AttributeType.DOUBLE),
        /** A list or an array of texts. */
        TEXTS(AttributeType.STRING_ARRAY),
        /** A list or an array of booleans. */
        BOOLEANS(AttributeType.BOOLEAN_ARRAY),
        /** A list or an array of {@code int} or {@code long}. */
        LONGS(AttributeType.LONG_ARRAY),
        /** A list or an array of {@code float} or {@code double}. */
        DOUBLES(AttributeType.DOUBLE_ARRAY);

        private final AttributeType attributeType;

        Type(AttributeType attributeType) {
            this.attributeType = attributeType;
        }
    }

    private final int position;
    private final String name;
    private final Type type;
    private final AttributeKey<?> key;

    public ParameterAttribute(int position, String name, Type type) {
        this.position = position;
        this.name = name;
        this.type = type;
        this.key = switch (type.attributeType) {
            case BOOLEAN -> AttributeKey.booleanKey(name);
            case LONG -> AttributeKey.longKey(name);
            case DOUBLE -> AttributeKey.doubleKey(name);
            case STRING_ARRAY -> AttributeKey.stringArrayKey(name);
            case BOOLEAN_ARRAY -> AttributeKey.booleanArrayKey(name);
            case LONG_ARRAY -> AttributeKey.longArrayKey(name);
            case DOUBLE_ARRAY -> AttributeKey.doubleArrayKey(name);
            default -> AttributeKey.stringKey(name);
        };
    }

    int position() {
        return position;
    }

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    /** Writes the argument; {@code null} writes nothing, nor does an object that cannot describe itself. */
    public void write(SpanBuilder span, Object[] arguments) {
        Object value = arguments[position];
        if (value == null) {
            return;
        }
        try {
            write(span, value);
        } catch (Throwable e) {
            // the application's own toString(): it may be endless where objects know each other, and so is its trace
            BrokenTelemetry.guard(() -> BrokenTelemetry.note(new IllegalArgumentException("span attribute " + name + ": "
                    + value.getClass().getName() + " does not describe itself - " + e.getClass().getName())));
        }
    }

    @SuppressWarnings("unchecked")
    private void write(SpanBuilder span, Object value) {
        switch (type) {
            case TEXT -> span.setAttribute((AttributeKey<String>) key, BoundedText.value(value.toString()));
            case BOOLEAN -> span.setAttribute((AttributeKey<Boolean>) key, (Boolean) value);
            case LONG -> span.setAttribute((AttributeKey<Long>) key, ((Number) value).longValue());
            case DOUBLE -> span.setAttribute((AttributeKey<Double>) key, ((Number) value).doubleValue());
            case TEXTS -> span.setAttribute((AttributeKey<List<String>>) key,
                    copy(value, element -> BoundedText.name(element.toString())));
            case BOOLEANS -> span.setAttribute((AttributeKey<List<Boolean>>) key, copy(value, Boolean.class::cast));
            case LONGS -> span.setAttribute((AttributeKey<List<Long>>) key,
                    copy(value, element -> ((Number) element).longValue()));
            case DOUBLES -> span.setAttribute((AttributeKey<List<Double>>) key,
                    copy(value, element -> ((Number) element).doubleValue()));
        }
    }

    /**
     * A copy, because the caller may change its list before the span is exported. Only texts may be absent in it: of anything
     * else the exporter could not encode the request. Of a long one it has the beginning.
     */
    private <T> List<T> copy(Object value, Function<Object, T> conversion) {
        List<T> elements = new ArrayList<>();
        int seen = 0;
        for (Object element : value instanceof List<?> given ? given : listOf(value)) {
            if (element != null) {
                elements.add(conversion.apply(element));
            } else if (type == Type.TEXTS) {
                elements.add(null);
            }
            // those that are absent count as well: a list may be endless
            if (++seen == BoundedText.MAX_ELEMENTS) {
                break;
            }
        }
        return Collections.unmodifiableList(elements);
    }

    private static List<Object> listOf(Object array) {
        return IntStream.range(0, Math.min(Array.getLength(array), BoundedText.MAX_ELEMENTS))
                .mapToObj(i -> Array.get(array, i)).collect(Collectors.toList());
    }
}
