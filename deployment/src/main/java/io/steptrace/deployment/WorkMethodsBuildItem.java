package io.steptrace.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jboss.jandex.MethodInfo;

import io.quarkus.builder.item.SimpleBuildItem;
import io.steptrace.deployment.method.WorkMethod;

/** The steps and effects that are valid by themselves, steps first; the position of each is its id. */
final class WorkMethodsBuildItem extends SimpleBuildItem {

    private final List<WorkMethod> steps = new ArrayList<>();
    private final List<WorkMethod> effects = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, WorkMethod> byKey;

    /** @param bridges the bridge methods to them, by their keys */
    WorkMethodsBuildItem(Collection<WorkMethod> valid, Map<String, WorkMethod> bridges) {
        for (WorkMethod work : valid) {
            (work.isStep() ? steps : effects).add(work);
        }
        all().forEach(work -> ids.put(work.key(), ids.size()));
        byKey = new HashMap<>(bridges);
        all().forEach(work -> byKey.put(work.key(), work));
    }

    List<WorkMethod> steps() {
        return steps;
    }

    List<WorkMethod> effects() {
        return effects;
    }

    List<WorkMethod> all() {
        List<WorkMethod> all = new ArrayList<>(steps);
        all.addAll(effects);
        return all;
    }

    /** Whether the method is a step or an effect, or a bridge to one. */
    boolean contains(MethodInfo method) {
        return byKey.containsKey(WorkMethod.keyOf(method));
    }

    /** Selects the steps and effects of which a condition holds, and the bridges to them. */
    Predicate<MethodInfo> where(Predicate<WorkMethod> condition) {
        return method -> contains(method) && condition.test(of(method));
    }

    /** The step or the effect that the method is or leads to. */
    WorkMethod of(MethodInfo method) {
        return byKey.get(WorkMethod.keyOf(method));
    }

    int idOf(WorkMethod work) {
        return ids.get(work.key());
    }
}
