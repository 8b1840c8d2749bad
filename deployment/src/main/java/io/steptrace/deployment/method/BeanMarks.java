package io.steptrace.deployment.method;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Distinguishes a class that was meant to be a bean from one that was not. A bean that a build leaves out, because of its
 * profile or its configuration, keeps what marks it as one.
 */
public final class BeanMarks {

    private static final DotName VETOED = DotName.createSimple("jakarta.enterprise.inject.Vetoed");
    private static final DotName STEREOTYPE = DotName.createSimple("jakarta.enterprise.inject.Stereotype");

    private final IndexView index;
    private final Function<AnnotationTarget, Collection<AnnotationInstance>> annotations;
    private final Set<DotName> marks;

    /**
     * @param annotations gives those of a class, as extensions have changed them
     * @param marks the scopes, and what else makes a class a bean; stereotypes are recognised
     */
    public BeanMarks(IndexView index, Function<AnnotationTarget, Collection<AnnotationInstance>> annotations,
            Set<DotName> marks) {
        this.index = index;
        this.annotations = annotations;
        this.marks = marks;
    }

    public boolean isMarked(ClassInfo type) {
        return annotations.apply(type).stream().map(AnnotationInstance::name).anyMatch(this::isMark) || isInVetoedPackage(type);
    }

    private boolean isMark(DotName annotation) {
        if (annotation.equals(VETOED) || marks.contains(annotation)) {
            return true;
        }
        ClassInfo declared = index.getClassByName(annotation);
        return declared != null && declared.hasDeclaredAnnotation(STEREOTYPE);
    }

    private boolean isInVetoedPackage(ClassInfo type) {
        ClassInfo declared = index.getClassByName(DotName.createSimple(type.name().packagePrefix() + ".package-info"));
        return declared != null && declared.hasDeclaredAnnotation(VETOED);
    }
}
