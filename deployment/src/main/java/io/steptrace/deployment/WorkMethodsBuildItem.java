package io.steptrace.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.MethodInfo;

import io.quarkus.builder.item.SimpleBuildItem;

/** The steps and effects that are valid by themselves, steps first; the position of each is its id. */
final class WorkMethodsBuildItem extends SimpleBuildItem {

    private final List<WorkMethod> steps = new ArrayList<>();
    private final List<WorkMethod> effects = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    WorkMethodsBuildItem(Collection<WorkMethod> valid) {
        for (WorkMethod work : valid) {
            (work.isStep() ? steps : effects).add(work);
        }
        all().forEach(work -> ids.put(work.key(), ids.size()));
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

    boolean contains(MethodInfo method) {
        return ids.containsKey(WorkMethod.keyOf(method));
    }

    int idOf(MethodInfo method) {
        return ids.get(WorkMethod.keyOf(method));
    }
}
