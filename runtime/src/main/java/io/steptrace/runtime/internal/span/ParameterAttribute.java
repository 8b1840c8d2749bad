package io.steptrace.runtime.internal.span;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.trace.SpanBuilder;
import io.quarkus.runtime.annotations.RecordableConstructor;

/** A method parameter whose value becomes an attribute; position, name and type are known at build time. */
public final class ParameterAttribute {

    /** How a parameter's value becomes an attribute value. */
    public enum Type {
        /** {@code String} and other {@code CharSequence}s. */
        TEXT(AttributeType.STRING),
        /** An enum, by its constant's name. */
        NAME(AttributeType.STRING),
        /** {@code boolean}. */
        BOOLEAN(AttributeType.BOOLEAN),
        /** {@code byte}, {@code short}, {@code int} and {@code long}. */
        LONG(AttributeType.LONG),
        /** {@code float} and {@code double}. */
        DOUBLE(AttributeType.DOUBLE),
        /** {@code List<String>}. */
        TEXTS(AttributeType.STRING_ARRAY);

        private final AttributeType attributeType;

        Type(AttributeType attributeType) {
            this.attributeType = attributeType;
        }
    }

    private final int position;
    private final String name;
    private final Type type;
    private final AttributeKey<?> key;

    @RecordableConstructor
    public ParameterAttribute(int position, String name, Type type) {
        this.position = position;
        this.name = name;
        this.type = type;
        this.key = switch (type.attributeType) {
            case BOOLEAN -> AttributeKey.booleanKey(name);
            case LONG -> AttributeKey.longKey(name);
            case DOUBLE -> AttributeKey.doubleKey(name);
            case STRING_ARRAY -> AttributeKey.stringArrayKey(name);
            default -> AttributeKey.stringKey(name);
        };
    }

    public int getPosition() {
        return position;
    }

    public String getName() {
        return name;
    }

    public Type getType() {
        return type;
    }

    /** Writes the argument; {@code null} writes nothing. */
    @SuppressWarnings("unchecked")
    void write(SpanBuilder span, Object[] arguments) {
        Object value = arguments[position];
        if (value == null) {
            return;
        }
        switch (type) {
            case TEXT -> span.setAttribute((AttributeKey<String>) key, value.toString());
            case NAME -> span.setAttribute((AttributeKey<String>) key, ((Enum<?>) value).name());
            case BOOLEAN -> span.setAttribute((AttributeKey<Boolean>) key, (Boolean) value);
            case LONG -> span.setAttribute((AttributeKey<Long>) key, ((Number) value).longValue());
            case DOUBLE -> span.setAttribute((AttributeKey<Double>) key, ((Number) value).doubleValue());
            case TEXTS -> span.setAttribute((AttributeKey<List<String>>) key, (List<String>) value);
        }
    }
}
