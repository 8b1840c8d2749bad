package io.steptrace.threads;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;

/**
 * A wait of a virtual thread that kept its carrier, and the class that is to blame.
 * <p>
 * Being on the stack proves nothing: the callers of a class that pins are there as well. To blame is the class that
 * entered the innermost native method or static initialiser around the wait or, where a monitor pins, the innermost
 * synchronized method. No event says which class entered a synchronized block: then every class on the stack may be to
 * blame.
 */
final class Pin {

    private static final Predicate<String> JDK = Pattern.compile("(java|javax|jdk|sun)\\..*").asMatchPredicate();
    /** The wait itself, and what runs virtual threads: native, but never why one is pinned. */
    private static final Set<String> MACHINERY = Set.of("java.lang.Object", "java.lang.VirtualThread",
            "jdk.internal.misc.Unsafe", "jdk.internal.vm.Continuation");

    private static final String BLOCKING_OPERATION = "blockingOperation";

    private final RecordedEvent event;
    private final List<RecordedMethod> stack;

    Pin(RecordedEvent event) {
        this.event = event;
        this.stack = event.getStackTrace().getFrames().stream().map(RecordedFrame::getMethod).toList();
    }

    /** Whether such a class is to blame, or may be. */
    boolean isBlamedOn(Predicate<String> className) {
        Optional<String> culprit = entered(method -> isNative(method) || method.getName().equals("<clinit>"));
        if (culprit.isEmpty() && waitsForMonitor()) {
            // no longer than another thread needs, whose waits are events as well; or for the VM, which loads a class
            return false;
        }
        return culprit.or(() -> entered(method -> Modifier.isSynchronized(method.getModifiers()))).map(className::test)
                .orElseGet(() -> event.getStackTrace().isTruncated() || isBelow(className));
    }

    /** Whether such a class is on the stack. */
    boolean isBelow(Predicate<String> className) {
        return stack.stream().map(Pin::className).anyMatch(className);
    }

    /** The class, not of the JDK, that the innermost such method belongs to or was called by. */
    private Optional<String> entered(Predicate<RecordedMethod> method) {
        return stack.stream().dropWhile(method.negate()).map(Pin::className).filter(JDK.negate()).findFirst();
    }

    private static boolean isNative(RecordedMethod method) {
        return Modifier.isNative(method.getModifiers()) && !MACHINERY.contains(className(method));
    }

    /** An event says so since JDK 24. */
    private boolean waitsForMonitor() {
        return event.hasField(BLOCKING_OPERATION) && "Contended monitor enter".equals(event.getString(BLOCKING_OPERATION));
    }

    private static String className(RecordedMethod method) {
        return method.getType().getName();
    }

    @Override
    public String toString() {
        return stack.stream().map(method -> className(method) + "." + method.getName())
                .collect(Collectors.joining("\n  ", event + "  ", "\n"));
    }
}
