package io.steptrace.deployment.method;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.steptrace.runtime.internal.telemetry.method.ParameterAttribute;

/**
 * How parameter types become span attributes: as with {@code @WithSpan}, see {@code AttributeBindingFactory} of OpenTelemetry's
 * instrumentation. What has no attribute of its own is a string.
 */
final class AttributeTypes {

    private static final Map<String, ParameterAttribute.Type> SCALARS = Map.of(
            "boolean", ParameterAttribute.Type.BOOLEAN, "java.lang.Boolean", ParameterAttribute.Type.BOOLEAN,
            "int", ParameterAttribute.Type.LONG, "java.lang.Integer", ParameterAttribute.Type.LONG,
            "long", ParameterAttribute.Type.LONG, "java.lang.Long", ParameterAttribute.Type.LONG,
            "float", ParameterAttribute.Type.DOUBLE, "java.lang.Float", ParameterAttribute.Type.DOUBLE,
            "double", ParameterAttribute.Type.DOUBLE, "java.lang.Double", ParameterAttribute.Type.DOUBLE);

    private static final DotName LIST = DotName.createSimple("java.util.List");
    private static final DotName OBJECT = DotName.createSimple(Object.class);

    private AttributeTypes() {
    }

    /** How a parameter of this type becomes an attribute; empty for the arrays of which OpenTelemetry makes none. */
    static Optional<ParameterAttribute.Type> of(Type type, IndexView index) {
        return switch (type.kind()) {
            case ARRAY -> ofArray(type.asArrayType());
            case PRIMITIVE -> Optional.of(scalar(type));
            case CLASS, PARAMETERIZED_TYPE -> Optional.of(elementOf(type, index).map(AttributeTypes::listed)
                    .orElseGet(() -> scalar(type)));
            default -> Optional.of(ParameterAttribute.Type.TEXT);
        };
    }

    private static ParameterAttribute.Type scalar(Type type) {
        return SCALARS.getOrDefault(type.name().toString(), ParameterAttribute.Type.TEXT);
    }

    private static Optional<ParameterAttribute.Type> ofArray(ArrayType type) {
        Type element = type.componentType();
        boolean isBare = element.kind() == Type.Kind.PRIMITIVE && scalar(element) == ParameterAttribute.Type.TEXT;
        return isBare ? Optional.empty() : Optional.of(listed(element));
    }

    private static ParameterAttribute.Type listed(Type element) {
        boolean isPlain = element.kind() == Type.Kind.CLASS || element.kind() == Type.Kind.PRIMITIVE;
        return switch (isPlain ? scalar(element) : ParameterAttribute.Type.TEXT) {
            case BOOLEAN -> ParameterAttribute.Type.BOOLEANS;
            case LONG -> ParameterAttribute.Type.LONGS;
            case DOUBLE -> ParameterAttribute.Type.DOUBLES;
            default -> ParameterAttribute.Type.TEXTS;
        };
    }

    /** What a list has as elements; empty for what is no list by itself, by a direct interface or by a class it extends. */
    private static Optional<Type> elementOf(Type type, IndexView index) {
        if (type.name().equals(LIST)) {
            return Optional.of(type.kind() == Type.Kind.PARAMETERIZED_TYPE ? type.asParameterizedType().arguments().get(0)
                    : Type.create(OBJECT, Type.Kind.CLASS));
        }
        ClassInfo declared = index.getClassByName(type.name());
        if (declared == null) {
            return Optional.empty();
        }
        Map<String, Type> variables = variablesOf(type, declared);
        Optional<Type> list = declared.interfaceTypes().stream().filter(parent -> parent.name().equals(LIST)).findFirst();
        return list.or(() -> Optional.ofNullable(declared.superClassType()))
                .flatMap(parent -> elementOf(parent, index))
                .map(element -> element.kind() == Type.Kind.TYPE_VARIABLE
                        ? variables.getOrDefault(element.asTypeVariable().identifier(), element)
                        : element);
    }

    private static Map<String, Type> variablesOf(Type type, ClassInfo declared) {
        Map<String, Type> variables = new HashMap<>();
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            List<Type> arguments = type.asParameterizedType().arguments();
            for (int i = 0; i < arguments.size() && i < declared.typeParameters().size(); i++) {
                variables.put(declared.typeParameters().get(i).identifier(), arguments.get(i));
            }
        }
        return variables;
    }
}
