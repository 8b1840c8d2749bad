package io.steptrace.deployment.method;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** What types inherit from, as far as an index knows them. */
record Ancestry(IndexView index) {

    /** The class itself and those it extends, the nearest first. */
    Stream<ClassInfo> lineOf(ClassInfo type) {
        return Stream.iterate(type, Objects::nonNull,
                at -> at.superName() == null ? null : index.getClassByName(at.superName()));
    }

    /** Whether the type is one of these, extends one or implements one. */
    boolean isAny(DotName type, Set<DotName> wanted) {
        if (wanted.contains(type)) {
            return true;
        }
        ClassInfo declared = index.getClassByName(type);
        return declared != null && Stream.concat(Stream.ofNullable(declared.superName()), declared.interfaceNames().stream())
                .anyMatch(parent -> isAny(parent, wanted));
    }
}
