package io.steptrace.runtime.internal.interception;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

import io.steptrace.runtime.internal.work.WorkDefinition;

/**
 * The definitions of all steps and effects, at the positions the build has put on their methods. The first call of a method
 * prepares its own: a start does not wait for those of methods that are not called yet. Thread-safe.
 */
public final class WorkDefinitions {

    private final AtomicReferenceArray<InterceptedMethod> methods;
    private final IntFunction<WorkDefinition> preparation;

    /**
     * @param count of all steps and effects
     * @param preparation makes the definition at a position
     */
    public WorkDefinitions(int count, IntFunction<WorkDefinition> preparation) {
        this.methods = new AtomicReferenceArray<>(count);
        this.preparation = preparation;
    }

    InterceptedMethod get(int id) {
        InterceptedMethod method = methods.get(id);
        return method != null ? method : prepare(id);
    }

    /** First calls that race agree on one, because the occupancy of a bulkhead is counted in it. */
    private InterceptedMethod prepare(int id) {
        return methods.updateAndGet(id,
                earlier -> earlier != null ? earlier : InterceptedMethod.of(preparation.apply(id)));
    }
}
