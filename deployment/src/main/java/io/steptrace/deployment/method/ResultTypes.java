package io.steptrace.deployment.method;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.steptrace.runtime.internal.telemetry.method.ResultShape;

/** Knows what a declared result says of the end of a span. */
public final class ResultTypes {

    private static final DotName OBJECT = DotName.createSimple(Object.class);
    private static final DotName UNI = DotName.createSimple("io.smallrye.mutiny.Uni");
    private static final DotName MULTI = DotName.createSimple("io.smallrye.mutiny.Multi");
    private static final DotName STAGE = DotName.createSimple("java.util.concurrent.CompletionStage");
    private static final DotName COMPLETABLE_FUTURE = DotName.createSimple("java.util.concurrent.CompletableFuture");
    private static final DotName FUTURE = DotName.createSimple("java.util.concurrent.Future");
    private static final DotName PUBLISHER = DotName.createSimple("java.util.concurrent.Flow$Publisher");
    private static final DotName VERTX_FUTURE = DotName.createSimple("io.vertx.core.Future");

    private static final Map<DotName, ResultShape> EXACT = Map.of(UNI, ResultShape.UNI, MULTI, ResultShape.MULTI,
            STAGE, ResultShape.STAGE, COMPLETABLE_FUTURE, ResultShape.FUTURE, PUBLISHER, ResultShape.PUBLISHER);

    /** What can be followed without putting another object in its place. */
    private static final Set<DotName> OBSERVED = Set.of(STAGE, COMPLETABLE_FUTURE, VERTX_FUTURE);

    /** What goes on after the call, and neither can be followed nor replaced by something that can. */
    private static final Set<DotName> UNSEEN = Set.of(UNI, MULTI, FUTURE, PUBLISHER,
            DotName.createSimple("org.reactivestreams.Publisher"), DotName.createSimple("kotlinx.coroutines.Job"),
            DotName.createSimple("kotlinx.coroutines.flow.Flow"),
            DotName.createSimple("io.reactivex.rxjava3.core.SingleSource"),
            DotName.createSimple("io.reactivex.rxjava3.core.MaybeSource"),
            DotName.createSimple("io.reactivex.rxjava3.core.CompletableSource"),
            DotName.createSimple("io.reactivex.rxjava3.core.ObservableSource"));

    private final Ancestry ancestry;

    /** @param index must know the types of libraries too, or results of their kinds are taken for plain values */
    public ResultTypes(IndexView index) {
        this.ancestry = new Ancestry(index);
    }

    public ResultShape shapeOf(Type result) {
        if (result.kind() == Type.Kind.VOID) {
            return ResultShape.VOID;
        }
        if (result.kind() == Type.Kind.PRIMITIVE || result.kind() == Type.Kind.ARRAY) {
            return ResultShape.VALUE;
        }
        boolean isVariable = result.kind() == Type.Kind.TYPE_VARIABLE;
        ResultShape exact = EXACT.get(result.name());
        if (exact != null) {
            // of a variable the erasure is known, and a heir of it may be what the caller expects
            return isVariable ? ResultShape.UNDECLARED : exact;
        }
        boolean mayBeAnything = result.name().equals(OBJECT) || result.name().equals(FUTURE);
        return mayBeAnything || isAnyOf(result.name(), OBSERVED) ? ResultShape.UNDECLARED : ResultShape.VALUE;
    }

    /** A warning if the span ends with the call although the result goes on. */
    public Optional<Violation> endsTooEarly(WorkMethod work) {
        Type result = work.method().returnType();
        boolean isUnseen = switch (work.shape()) {
            case VALUE -> result.kind() != Type.Kind.PRIMITIVE && isAnyOf(result.name(), UNSEEN);
            case UNDECLARED -> result.name().equals(FUTURE);
            default -> false;
        };
        return !isUnseen ? Optional.empty()
                : Optional.of(new Violation("span that may end before its " + result.name(), work.place(),
                        "return Uni, Multi or CompletionStage, or take the end of the call for that of the work"));
    }

    private boolean isAnyOf(DotName type, Set<DotName> wanted) {
        String name = type.toString();
        // spares the look into most types of the platform
        return (!name.startsWith("java.") || name.startsWith("java.util.concurrent.")) && ancestry.isAny(type, wanted);
    }
}
