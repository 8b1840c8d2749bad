package io.steptrace.deployment.method;

import java.lang.reflect.Modifier;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What a class is that is no bean, and what to do about a step on it. The first that applies is the reason. */
enum NonBean {

    REST_CLIENT("a REST client interface", "annotate the method of the bean that calls the client", true,
            (type, index) -> type.isInterface()
                    && hasAny(type, "org.eclipse.microprofile.rest.client.inject.RegisterRestClient")),
    INTERFACE("an interface", "override the method in the bean, and annotate it there", true,
            (type, index) -> type.isInterface()),
    INTERCEPTOR("an interceptor", "annotate the methods of beans that it intercepts", true,
            (type, index) -> hasAny(type, "jakarta.interceptor.Interceptor")),
    DECORATOR("a decorator", "annotate the method of the bean that it decorates", true,
            (type, index) -> hasAny(type, "jakarta.decorator.Decorator")),
    ENTITY("an entity", "move the method to a bean that works with the entity, such as its repository", true,
            (type, index) -> hasAny(type, "jakarta.persistence.Entity", "jakarta.persistence.MappedSuperclass",
                    "jakarta.persistence.Embeddable", "io.quarkus.mongodb.panache.common.MongoEntity")),
    ENUM("an enum", "move the method to a bean", true, (type, index) -> type.isEnum()),
    RECORD("a record", "move the method to a bean", true, (type, index) -> type.isRecord()),
    LOCAL("a local or anonymous class", "move the method to a bean", true,
            (type, index) -> type.nestingType() == ClassInfo.NestingType.LOCAL
                    || type.nestingType() == ClassInfo.NestingType.ANONYMOUS),
    INNER("an inner class", "make the class static and give it a scope, or move the method to a bean", true,
            (type, index) -> type.nestingType() == ClassInfo.NestingType.INNER && !Modifier.isStatic(type.flags())),
    SUB_RESOURCE("a sub-resource", "give the class a scope such as @Dependent, and let the locator return an injected instance",
            false, (type, index) -> type.methods().stream().anyMatch(NonBean::isResourceMethod)),
    PRODUCED("the result of a producer",
            "give the class a scope in place of the producer, or let the producer return InterceptionProxy.create(...)", false,
            (type, index) -> isProduced(type, index)),
    ABSTRACT("an abstract class", "give a class that extends it a scope such as @ApplicationScoped", false,
            (type, index) -> type.isAbstract()),
    ORDINARY("", "give the class a scope such as @ApplicationScoped, or move the method to a bean", false,
            (type, index) -> true);

    private final String what;
    private final String remedy;
    private final boolean isNever;
    private final BiPredicate<ClassInfo, IndexView> applies;

    /** @param isNever whether a scope would not make it one */
    NonBean(String what, String remedy, boolean isNever, BiPredicate<ClassInfo, IndexView> applies) {
        this.what = what;
        this.remedy = remedy;
        this.isNever = isNever;
        this.applies = applies;
    }

    static NonBean of(ClassInfo type, IndexView index) {
        return Stream.of(values()).filter(reason -> reason.applies.test(type, index)).findFirst().orElseThrow();
    }

    String rule() {
        return what.isEmpty() ? "class that is no bean" : "class that is no bean, but " + what;
    }

    String remedy() {
        return remedy;
    }

    /** Whether such a class is no bean in any build, even if it has a scope. */
    boolean isNeverBean() {
        return isNever;
    }

    private static boolean hasAny(ClassInfo type, String... annotations) {
        return Stream.of(annotations).anyMatch(annotation -> type.hasDeclaredAnnotation(DotName.createSimple(annotation)));
    }

    private static boolean isResourceMethod(MethodInfo method) {
        return Stream.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS").anyMatch(
                verb -> method.hasDeclaredAnnotation(DotName.createSimple("jakarta.ws.rs." + verb)));
    }

    private static boolean isProduced(ClassInfo type, IndexView index) {
        return index.getAnnotations(DotNames.PRODUCES).stream().map(NonBean::producedType)
                .anyMatch(produced -> produced.name().equals(type.name()));
    }

    private static Type producedType(AnnotationInstance producer) {
        return producer.target().kind() == AnnotationTarget.Kind.FIELD ? producer.target().asField().type()
                : producer.target().asMethod().returnType();
    }
}
