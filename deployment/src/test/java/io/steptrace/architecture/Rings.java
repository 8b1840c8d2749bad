package io.steptrace.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/** The rings of a graph, each of which can only be understood as a whole: Tarjan's strongly connected components. */
final class Rings {

    private final Map<String, Set<String>> imports;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    private Rings(Map<String, Set<String>> imports) {
        this.imports = imports;
    }

    /** Rings of classes, those within other classes counted as part of these; the largest first. */
    static List<Set<String>> ofClasses(JavaClasses classes) {
        return of(classes, each -> each.getName().replaceAll("\\$.*", ""));
    }

    /** Rings of packages; the largest first. */
    static List<Set<String>> ofPackages(JavaClasses classes) {
        return of(classes, JavaClass::getPackageName);
    }

    private static List<Set<String>> of(JavaClasses classes, Function<JavaClass, String> nodeOf) {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (JavaClass each : classes) {
            imports.computeIfAbsent(nodeOf.apply(each), node -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                if (classes.contain(dependency.getTargetClass().getName())) {
                    imports.get(nodeOf.apply(each)).add(nodeOf.apply(dependency.getTargetClass()));
                }
            }
        }
        Rings rings = new Rings(imports);
        imports.keySet().forEach(rings::visitOnce);
        rings.found.sort((one, other) -> other.size() - one.size());
        return rings.found;
    }

    private void visitOnce(String node) {
        if (!order.containsKey(node)) {
            visit(node);
        }
    }

    private void visit(String node) {
        order.put(node, order.size());
        lowest.put(node, order.get(node));
        open.push(node);
        for (String imported : imports.getOrDefault(node, Set.of())) {
            visitOnce(imported);
            if (open.contains(imported)) {
                lowest.merge(node, lowest.get(imported), Math::min);
            }
        }
        if (lowest.get(node).equals(order.get(node))) {
            close(node);
        }
    }

    private void close(String first) {
        Set<String> ring = new TreeSet<>();
        String member;
        do {
            member = open.pop();
            ring.add(member);
        } while (!member.equals(first));
        if (ring.size() > 1) {
            found.add(ring);
        }
    }
}
