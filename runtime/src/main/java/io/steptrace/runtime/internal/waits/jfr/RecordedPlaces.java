package io.steptrace.runtime.internal.waits.jfr;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.waits.CodePlace;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/**
 * The places that stacks of events stand for. To read one costs more than all else of an event, and the idle threads of a pool
 * wait in the same: events that share a stack share the object. Not thread-safe.
 */
final class RecordedPlaces {

    private static final int MAX_PLACES = 256;

    private final ApplicationCode code;
    private final int stackDepth;
    private final Map<RecordedStackTrace, CodePlace> places = new IdentityHashMap<>();

    RecordedPlaces(ApplicationCode code, int stackDepth) {
        this.code = code;
        this.stackDepth = stackDepth;
    }

    CodePlace of(RecordedStackTrace stack) {
        if (places.size() >= MAX_PLACES) {
            forget();
        }
        return places.computeIfAbsent(stack, this::read);
    }

    /** Lets go of stacks that are hardly to come again: what has been flushed is read anew. */
    void forget() {
        places.clear();
    }

    private CodePlace read(RecordedStackTrace stack) {
        List<StackTraceElement> frames = stack.getFrames().stream().filter(RecordedFrame::isJavaFrame)
                .map(RecordedPlaces::frame).toList();
        return code.placeOf(frames, stackDepth);
    }

    private static StackTraceElement frame(RecordedFrame frame) {
        return new StackTraceElement(frame.getMethod().getType().getName(), frame.getMethod().getName(), null,
                frame.getLineNumber());
    }
}
