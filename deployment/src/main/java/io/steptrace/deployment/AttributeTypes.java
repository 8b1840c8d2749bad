package io.steptrace.deployment;

import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.steptrace.runtime.internal.span.ParameterAttribute;

/** Which parameter types can become span attributes, and how. */
final class AttributeTypes {

    static final String SUPPORTED = "String, CharSequence, UUID, boolean, byte, short, int, long, float, double (or their"
            + " wrappers), an enum, or List<String>";

    private static final Map<String, ParameterAttribute.Type> BY_NAME = Map.ofEntries(
            Map.entry("java.lang.String", ParameterAttribute.Type.TEXT),
            Map.entry("java.lang.CharSequence", ParameterAttribute.Type.TEXT),
            Map.entry("java.util.UUID", ParameterAttribute.Type.TEXT),
            Map.entry("boolean", ParameterAttribute.Type.BOOLEAN),
            Map.entry("java.lang.Boolean", ParameterAttribute.Type.BOOLEAN),
            Map.entry("byte", ParameterAttribute.Type.LONG),
            Map.entry("java.lang.Byte", ParameterAttribute.Type.LONG),
            Map.entry("short", ParameterAttribute.Type.LONG),
            Map.entry("java.lang.Short", ParameterAttribute.Type.LONG),
            Map.entry("int", ParameterAttribute.Type.LONG),
            Map.entry("java.lang.Integer", ParameterAttribute.Type.LONG),
            Map.entry("long", ParameterAttribute.Type.LONG),
            Map.entry("java.lang.Long", ParameterAttribute.Type.LONG),
            Map.entry("float", ParameterAttribute.Type.DOUBLE),
            Map.entry("java.lang.Float", ParameterAttribute.Type.DOUBLE),
            Map.entry("double", ParameterAttribute.Type.DOUBLE),
            Map.entry("java.lang.Double", ParameterAttribute.Type.DOUBLE));

    private static final DotName LIST = DotName.createSimple("java.util.List");
    private static final DotName STRING = DotName.createSimple("java.lang.String");

    private AttributeTypes() {
    }

    /** How a parameter of this type becomes an attribute; empty if it cannot. */
    static Optional<ParameterAttribute.Type> of(Type type, IndexView index) {
        if (isListOfStrings(type)) {
            return Optional.of(ParameterAttribute.Type.TEXTS);
        }
        if (type.kind() != Type.Kind.CLASS && type.kind() != Type.Kind.PRIMITIVE) {
            return Optional.empty();
        }
        ParameterAttribute.Type known = BY_NAME.get(type.name().toString());
        if (known != null) {
            return Optional.of(known);
        }
        ClassInfo declared = index.getClassByName(type.name());
        return declared != null && declared.isEnum() ? Optional.of(ParameterAttribute.Type.NAME) : Optional.empty();
    }

    private static boolean isListOfStrings(Type type) {
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE && type.name().equals(LIST)
                && type.asParameterizedType().arguments().get(0).name().equals(STRING);
    }
}
