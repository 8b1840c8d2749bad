package io.steptrace.deployment;

import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Knows whether a class is a bean, or has one among the classes that inherit its methods. */
final class BeanMembership {

    private final IndexView index;
    private final Set<DotName> beanClasses;

    BeanMembership(IndexView index, Set<DotName> beanClasses) {
        this.index = index;
        this.beanClasses = beanClasses;
    }

    Optional<Violation> check(WorkMethod work) {
        return hasBean(work.method().declaringClass()) ? Optional.empty()
                : Optional.of(new Violation("class that is no bean", work.place(),
                        "give the class a scope such as @ApplicationScoped, or move the method to a bean"));
    }

    private boolean hasBean(ClassInfo type) {
        // the container does not intercept the default methods of an interface, whoever implements it
        return !type.isInterface() && (beanClasses.contains(type.name()) || index.getAllKnownSubclasses(type.name()).stream()
                .anyMatch(heir -> beanClasses.contains(heir.name())));
    }
}
