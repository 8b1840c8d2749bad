package io.steptrace.deployment.method;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.steptrace.runtime.internal.telemetry.method.AttemptMetadata;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;

/** Finds out which methods are under fault tolerance; knows its annotations by name only. */
final class GuardedMethodScanner {

    private static final String MICROPROFILE = "org.eclipse.microprofile.faulttolerance.";
    private static final String SMALLRYE = "io.smallrye.faulttolerance.api.";
    private static final DotName BULKHEAD = DotName.createSimple(MICROPROFILE + "Bulkhead");
    private static final DotName TIMEOUT = DotName.createSimple(MICROPROFILE + "Timeout");
    private static final DotName RETRY_WHEN = DotName.createSimple(SMALLRYE + "RetryWhen");
    private static final Set<DotName> GUARDS = Set.of(BULKHEAD, TIMEOUT, RETRY_WHEN,
            DotName.createSimple(MICROPROFILE + "Asynchronous"), DotName.createSimple(MICROPROFILE + "CircuitBreaker"),
            DotName.createSimple(MICROPROFILE + "Fallback"), DotName.createSimple(MICROPROFILE + "Retry"),
            DotName.createSimple(SMALLRYE + "ApplyFaultTolerance"), DotName.createSimple(SMALLRYE + "ApplyGuard"),
            DotName.createSimple(SMALLRYE + "AsynchronousNonBlocking"), DotName.createSimple(SMALLRYE + "RateLimit"));

    /** What the annotation says if it does not say how many. */
    private static final int DEFAULT_PERMITS = 10;

    private final IndexView index;
    /** By the names of the classes; found once for all methods of a class, because the index is slow to ask. */
    private final Map<DotName, Map<DotName, AnnotationInstance>> classGuards = new HashMap<>();

    GuardedMethodScanner(IndexView index) {
        this.index = index;
    }

    /** The fault tolerance around a method, whether declared by itself or by the class of a bean that has it. */
    Optional<AttemptMetadata> scan(MethodInfo method, ResultShape shape) {
        Map<DotName, AnnotationInstance> guards = guardsOf(method);
        if (guards.isEmpty()) {
            return Optional.empty();
        }
        boolean retriesResults = guards.containsKey(RETRY_WHEN) && guards.get(RETRY_WHEN).value("result") != null;
        return Optional.of(new AttemptMetadata(queuedPermits(shape, guards.get(BULKHEAD)),
                guards.containsKey(TIMEOUT) && !retriesResults));
    }

    /** Only a call that is asynchronous waits for a permit; any other is refused. */
    private static int queuedPermits(ResultShape shape, AnnotationInstance bulkhead) {
        if (bulkhead == null || !shape.isAsynchronousToFaultTolerance()) {
            return 0;
        }
        AnnotationValue permits = bulkhead.value();
        return permits == null ? DEFAULT_PERMITS : permits.asInt();
    }

    /** As fault tolerance does: on the method, or on a class. */
    private Map<DotName, AnnotationInstance> guardsOf(MethodInfo method) {
        Map<DotName, AnnotationInstance> guards = new HashMap<>();
        addGuards(method.declaredAnnotations(), guards);
        classGuards.computeIfAbsent(method.declaringClass().name(), type -> guardsOf(method.declaringClass()))
                .forEach(guards::putIfAbsent);
        return guards;
    }

    /** Of the class, of what it inherits from, and of its heirs: they are beans that have its methods. */
    private Map<DotName, AnnotationInstance> guardsOf(ClassInfo type) {
        Map<DotName, AnnotationInstance> guards = new HashMap<>();
        new Ancestry(index).lineOf(type).forEach(ancestor -> addGuards(ancestor.declaredAnnotations(), guards));
        index.getAllKnownSubclasses(type.name()).forEach(heir -> addGuards(heir.declaredAnnotations(), guards));
        return guards;
    }

    /** What was found nearer to the method stays. */
    private static void addGuards(Collection<AnnotationInstance> annotations, Map<DotName, AnnotationInstance> guards) {
        for (AnnotationInstance annotation : annotations) {
            if (GUARDS.contains(annotation.name())) {
                guards.putIfAbsent(annotation.name(), annotation);
            }
        }
    }
}
