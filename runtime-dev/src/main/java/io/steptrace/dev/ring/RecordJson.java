package io.steptrace.dev.ring;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Writes records of numbers, booleans, texts, maps of texts, lists and further records as JSON, and reads them again. A field
 * for which there is none reads as null, or as nothing.
 */
final class RecordJson {

    private RecordJson() {
    }

    static JsonObject write(Record record) {
        JsonObject json = new JsonObject();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            if (value != null) {
                json.put(component.getName(), written(value));
            }
        }
        return json;
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object written(Object value) {
        if (value instanceof Record record) {
            return write(record);
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(each -> array.add(written(each)));
            return array;
        }
        return value instanceof Map<?, ?> map ? writtenMap(map) : value;
    }

    private static JsonObject writtenMap(Map<?, ?> map) {
        JsonObject json = new JsonObject();
        map.forEach((key, value) -> json.put((String) key, value));
        return json;
    }

    static <T> T read(JsonObject json, Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> read(json.getValue(component.getName()), component.getGenericType())).toArray();
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Object value, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? readList((JsonArray) value, generic.getActualTypeArguments()[0])
                    : readMap((JsonObject) value);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == long.class || plain == Long.class) {
            return value instanceof Number number ? (Object) number.longValue() : plain == long.class ? 0L : null;
        }
        if (plain == int.class) {
            return value instanceof Number number ? number.intValue() : 0;
        }
        if (plain == boolean.class) {
            return Boolean.TRUE.equals(value);
        }
        return value instanceof JsonObject json && plain.isRecord() ? read(json, plain) : value;
    }

    private static List<Object> readList(JsonArray array, Type of) {
        return array == null ? List.of() : array.stream().map(each -> read(each, of)).toList();
    }

    private static Map<String, String> readMap(JsonObject json) {
        Map<String, String> map = new LinkedHashMap<>();
        if (json != null) {
            json.forEach(each -> map.put(each.getKey(), (String) each.getValue()));
        }
        return map;
    }
}
