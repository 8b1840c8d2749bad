package io.steptrace.deployment.method;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * The methods that compilers put into a class and that go straight to the one it inherits, past all interceptors of that: where
 * a type variable has become a class, or a public method comes from a class that is not public. A bridge to a method of the
 * same class is none of them, because what it calls is intercepted.
 */
public final class BridgeMethods {

    private static final int BRIDGE = 0x40;
    private static final DotName OBJECT = DotName.createSimple(Object.class);

    private final IndexView index;

    /** @param index must know the types of libraries too */
    public BridgeMethods(IndexView index) {
        this.index = index;
    }

    /** The bridges to steps and effects, by their keys. */
    public Map<String, WorkMethod> to(Collection<WorkMethod> works) {
        Map<String, WorkMethod> byKey = works.stream().collect(Collectors.toMap(WorkMethod::key, work -> work));
        Map<String, WorkMethod> bridges = new HashMap<>();
        works.stream().map(work -> work.method().declaringClass()).distinct()
                .flatMap(type -> index.getAllKnownSubclasses(type.name()).stream())
                .flatMap(heir -> heir.methods().stream())
                .filter(method -> (method.flags() & BRIDGE) != 0 && !Modifier.isStatic(method.flags()))
                .forEach(bridge -> {
                    MethodInfo target = inheritedTargetOf(bridge);
                    if (target != null && byKey.containsKey(WorkMethod.keyOf(target))) {
                        bridges.put(WorkMethod.keyOf(bridge), byKey.get(WorkMethod.keyOf(target)));
                    }
                });
        return bridges;
    }

    /** {@code null} if the bridge leads to a method of its own class, or is not understood. */
    private MethodInfo inheritedTargetOf(MethodInfo bridge) {
        List<MethodInfo> targets = new Ancestry(index).lineOf(bridge.declaringClass())
                .map(type -> type.methods().stream().filter(method -> mayBeTarget(bridge, method)).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        return targets.isEmpty() || targets.get(0).declaringClass().equals(bridge.declaringClass()) ? null
                : targets.stream().filter(method -> method.descriptor().equals(bridge.descriptor())).findFirst()
                        .orElse(targets.get(0));
    }

    private boolean mayBeTarget(MethodInfo bridge, MethodInfo method) {
        if (method.isSynthetic() || Modifier.isStatic(method.flags()) || Modifier.isPrivate(method.flags())
                || !method.name().equals(bridge.name()) || method.parametersCount() != bridge.parametersCount()) {
            return false;
        }
        for (int i = 0; i < bridge.parametersCount(); i++) {
            if (!areRelated(bridge.parameterType(i), method.parameterType(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether one is cast to the other: a bridge may know more of a type than its target does, or less. */
    private boolean areRelated(Type one, Type other) {
        if (one.name().equals(other.name())) {
            return true;
        }
        if (one.kind() == Type.Kind.ARRAY && other.kind() == Type.Kind.ARRAY) {
            return areRelated(one.asArrayType().componentType(), other.asArrayType().componentType());
        }
        boolean areObjects = one.kind() != Type.Kind.PRIMITIVE && other.kind() != Type.Kind.PRIMITIVE;
        return areObjects && (isHeir(one.name(), other.name()) || isHeir(other.name(), one.name()));
    }

    private boolean isHeir(DotName heir, DotName ancestor) {
        return ancestor.equals(OBJECT) || new Ancestry(index).isAny(heir, Set.of(ancestor));
    }
}
