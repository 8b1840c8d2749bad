package io.steptrace.runtime.internal.stuck;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.waits.StackText;

/**
 * Where a thread stands: its state and its stack; immutable.
 *
 * @param thread its name; {@code null}, as all else, if no thread is known
 * @param state in lower_snake_case
 * @param place the innermost frame of the application, else the innermost of all
 * @param stackTrace the innermost frames
 * @param owner who holds the lock it waits for; {@code null} if it waits for none, or that is unknown
 */
record Standing(String thread, String state, String place, String stackTrace, String owner) {

    private static final int MAX_FRAMES = 32;

    /** That of work which no thread runs, or none that is known. */
    static final Standing NONE = new Standing(null, null, null, null, null);

    /** Where the thread stands that was seen, if it still runs the same then. */
    static Standing of(Sighting sighting, ApplicationFrames frames, LockOwners owners) {
        if (sighting.running() == null) {
            return NONE;
        }
        Thread thread = sighting.running().thread();
        StackTraceElement[] stack = thread.getStackTrace();
        Thread.State state = thread.getState();
        StackTraceElement place = frames.first(stack);
        // what serves a request may have returned by now, and waits for its next task then
        if (stack.length == 0 || place == null && !sighting.isInStep() || !sighting.isStillSo()) {
            return NONE;
        }
        String owner = sighting.running().isVirtual() ? null : owners.of(thread);
        return new Standing(thread.getName(), EnumName.of(state), StackText.of(place == null ? stack[0] : place),
                StackText.of(List.of(stack), MAX_FRAMES), owner);
    }

    /** As an event says it. */
    Attributes attributes() {
        AttributesBuilder attributes = Attributes.builder();
        if (thread != null) {
            attributes.put(AttributeKeys.THREAD_STATE, state).put(AttributeKeys.CODE_STACKTRACE, stackTrace);
        }
        if (owner != null) {
            attributes.put(AttributeKeys.JOB_STUCK_OWNER, owner);
        }
        return attributes.build();
    }
}
