package io.steptrace.deployment;

import java.util.List;
import java.util.Optional;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.steptrace.runtime.internal.span.AttemptMetadata;
import io.steptrace.runtime.internal.span.ResultShape;

/** Finds out which methods are under fault tolerance; knows Jandex, and the annotations by name only. */
final class GuardedMethodScanner {

    private static final String MICROPROFILE = "org.eclipse.microprofile.faulttolerance.";
    private static final String SMALLRYE = "io.smallrye.faulttolerance.api.";
    private static final DotName BULKHEAD = DotName.createSimple(MICROPROFILE + "Bulkhead");
    private static final DotName TIMEOUT = DotName.createSimple(MICROPROFILE + "Timeout");
    private static final DotName RETRY_WHEN = DotName.createSimple(SMALLRYE + "RetryWhen");
    private static final List<DotName> GUARDS = List.of(BULKHEAD, TIMEOUT,
            DotName.createSimple(MICROPROFILE + "Asynchronous"), DotName.createSimple(MICROPROFILE + "CircuitBreaker"),
            DotName.createSimple(MICROPROFILE + "Fallback"), DotName.createSimple(MICROPROFILE + "Retry"),
            DotName.createSimple(SMALLRYE + "ApplyFaultTolerance"), DotName.createSimple(SMALLRYE + "ApplyGuard"),
            DotName.createSimple(SMALLRYE + "AsynchronousNonBlocking"), DotName.createSimple(SMALLRYE + "RateLimit"));

    /** What the annotation says if it does not say how many. */
    private static final int DEFAULT_PERMITS = 10;

    private final IndexView index;

    GuardedMethodScanner(IndexView index) {
        this.index = index;
    }

    /** The fault tolerance around a method, whether declared by itself or by the class of a bean that has it. */
    Optional<AttemptMetadata> scan(WorkMethod work) {
        MethodInfo method = work.method();
        if (GUARDS.stream().noneMatch(guard -> find(method, guard).isPresent())) {
            return Optional.empty();
        }
        boolean retriesResults = find(method, RETRY_WHEN).map(annotation -> annotation.value("result")).isPresent();
        return Optional.of(new AttemptMetadata(queuedPermits(work), find(method, TIMEOUT).isPresent() && !retriesResults));
    }

    /** Only a call that is asynchronous waits for a permit; any other is refused. */
    private int queuedPermits(WorkMethod work) {
        if (work.shape() != ResultShape.UNI && work.shape() != ResultShape.STAGE) {
            return 0;
        }
        return find(work.method(), BULKHEAD).map(annotation -> {
            AnnotationValue permits = annotation.value();
            return permits == null ? DEFAULT_PERMITS : permits.asInt();
        }).orElse(0);
    }

    /** As fault tolerance does: on the method, or on a class; heirs of the declaring class are beans that have the method. */
    private Optional<AnnotationInstance> find(MethodInfo method, DotName name) {
        if (method.hasDeclaredAnnotation(name)) {
            return Optional.of(method.declaredAnnotation(name));
        }
        return findInherited(method.declaringClass(), name)
                .or(() -> index.getAllKnownSubclasses(method.declaringClass().name()).stream()
                        .filter(heir -> heir.hasDeclaredAnnotation(name)).findFirst()
                        .map(heir -> heir.declaredAnnotation(name)));
    }

    private Optional<AnnotationInstance> findInherited(ClassInfo type, DotName name) {
        for (ClassInfo at = type; at != null; at = at.superName() == null ? null : index.getClassByName(at.superName())) {
            if (at.hasDeclaredAnnotation(name)) {
                return Optional.of(at.declaredAnnotation(name));
            }
        }
        return Optional.empty();
    }
}
