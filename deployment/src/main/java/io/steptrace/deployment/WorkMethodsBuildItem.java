package io.steptrace.deployment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkus.builder.item.SimpleBuildItem;
import io.steptrace.deployment.method.WorkMethod;

/** The steps and effects that are valid by themselves, steps first; the position of each is its id. */
final class WorkMethodsBuildItem extends SimpleBuildItem {

    private final List<WorkMethod> all;
    private final Map<String, Integer> ids = new HashMap<>();
    /** The container asks for every method it looks at, and most are of other classes. */
    private final Set<DotName> classes = new HashSet<>();

    /** @param bridges the bridge methods to them, by their keys */
    WorkMethodsBuildItem(Collection<WorkMethod> valid, Map<String, WorkMethod> bridges) {
        all = valid.stream().sorted(Comparator.comparing(work -> !work.isStep())).toList();
        all.forEach(work -> ids.put(work.key(), ids.size()));
        bridges.forEach((bridge, work) -> ids.put(bridge, ids.get(work.key())));
        ids.keySet().forEach(key -> classes.add(WorkMethod.classOf(key)));
    }

    List<WorkMethod> all() {
        return all;
    }

    boolean hasAny(Predicate<WorkMethod> condition) {
        return all.stream().anyMatch(condition);
    }

    /** Selects the steps and effects of which a condition holds, and the bridges to them. */
    Predicate<MethodInfo> where(Predicate<WorkMethod> condition) {
        return method -> contains(method) && condition.test(all.get(idOf(method)));
    }

    /** Whether the method is a step or an effect, or a bridge to one. */
    boolean contains(MethodInfo method) {
        return classes.contains(method.declaringClass().name()) && ids.containsKey(WorkMethod.keyOf(method));
    }

    /** The id of the step or the effect that the method is or leads to. */
    int idOf(MethodInfo method) {
        return ids.get(WorkMethod.keyOf(method));
    }
}
