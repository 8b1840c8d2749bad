package io.steptrace.runtime.internal.failure;

import java.util.Arrays;
import java.util.Set;

/** Classes and interfaces known by name only, which may not be on the class path; thread-safe. */
final class NamedTypes {

    private final ClassValue<Boolean> isNamed;

    NamedTypes(Set<String> names) {
        this.isNamed = new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> type) {
                return names.contains(type.getName())
                        || type.getSuperclass() != null && get(type.getSuperclass())
                        || Arrays.stream(type.getInterfaces()).anyMatch(this::get);
            }
        };
    }

    /** Whether the object is an instance of one of them, or of a subtype. */
    boolean hasInstance(Object object) {
        return isNamed.get(object.getClass());
    }
}
