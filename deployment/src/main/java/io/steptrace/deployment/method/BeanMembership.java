package io.steptrace.deployment.method;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Knows whether the methods of a class are those of a bean: its own, that of a class that inherits them, or one that this build
 * leaves out and another may have.
 */
public final class BeanMembership {

    private final IndexView index;
    private final Set<DotName> beanClasses;
    private final Predicate<ClassInfo> isMarkedAsBean;
    /** By the names of the classes; asked once for all methods of a class, because the index is slow to ask. */
    private final Map<DotName, Boolean> known = new HashMap<>();

    /**
     * @param beanClasses the classes of the beans of this build
     * @param isMarkedAsBean whether a class carries what makes it a bean in some build
     */
    public BeanMembership(IndexView index, Set<DotName> beanClasses, Predicate<ClassInfo> isMarkedAsBean) {
        this.index = index;
        this.beanClasses = beanClasses;
        this.isMarkedAsBean = isMarkedAsBean;
    }

    public Optional<Violation> check(WorkMethod work) {
        ClassInfo type = work.method().declaringClass();
        if (known.computeIfAbsent(type.name(), name -> mayHaveBean(type))) {
            return Optional.empty();
        }
        NonBean reason = NonBean.of(type, index);
        return Optional.of(new Violation(reason.rule(), work.place(), reason.remedy()));
    }

    private boolean mayHaveBean(ClassInfo type) {
        // the container does not intercept the default methods of an interface, even if a bean implements it
        if (type.isInterface()) {
            return false;
        }
        if (beanClasses.contains(type.name())) {
            return true;
        }
        Collection<ClassInfo> heirs = index.getAllKnownSubclasses(type.name());
        return mayBeBean(type) || heirs.stream().anyMatch(heir -> beanClasses.contains(heir.name()) || mayBeBean(heir))
                || isBaseWithoutHeirs(type, heirs);
    }

    private boolean mayBeBean(ClassInfo type) {
        return isMarkedAsBean.test(type) && !NonBean.of(type, index).isNeverBean();
    }

    /** Such as the base class of a library: another application has beans that extend it. */
    private boolean isBaseWithoutHeirs(ClassInfo type, Collection<ClassInfo> heirs) {
        return type.isAbstract() && heirs.stream().allMatch(ClassInfo::isAbstract)
                && !NonBean.of(type, index).isNeverBean();
    }
}
