package io.steptrace.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;

/** The packages of the runtime, lowest first: each may import what lies below it, or beside it. */
final class Floors {

    static final String INTERNAL = "io.steptrace.runtime.internal.";

    private static final List<List<String>> FLOORS = List.of(
            List.of("text", "telemetry", "time", "stats", "verdict"),
            List.of("failure", "job", "export", "waits"),
            List.of("trace", "promotion", "metrics"),
            List.of("recording", "sampling", "console", "config", "settling"),
            List.of("work"),
            List.of("context", "pool", "messaging"),
            List.of("queue", "admission", "http", "stuck", "health"),
            List.of("result"),
            List.of("interception", "need"),
            List.of("wiring"));

    private static final Map<String, Integer> FLOOR_OF = floors();

    private Floors() {
    }

    private static Map<String, Integer> floors() {
        Map<String, Integer> floors = new TreeMap<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                floors.put(room, floor + 1);
            }
        }
        return floors;
    }

    /** Imports that lead upwards, and packages that are on no floor. */
    static List<String> violations(JavaClasses classes) {
        List<String> violations = new ArrayList<>();
        classes.stream().flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isInternal(dependency.getOriginClass().getPackageName())
                        && isInternal(dependency.getTargetClass().getPackageName()))
                .filter(Floors::leadsUpwards).map(Dependency::getDescription).forEach(violations::add);
        return violations;
    }

    private static boolean leadsUpwards(Dependency dependency) {
        return floor(dependency.getTargetClass().getPackageName()) > floor(dependency.getOriginClass().getPackageName());
    }

    private static boolean isInternal(String packageName) {
        return packageName.startsWith(INTERNAL);
    }

    private static int floor(String packageName) {
        String room = packageName.substring(INTERNAL.length()).split("\\.")[0];
        Integer floor = FLOOR_OF.get(room);
        if (floor == null) {
            throw new AssertionError("package on no floor: " + packageName + " - add it to Floors");
        }
        return floor;
    }
}
