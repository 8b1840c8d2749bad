package io.steptrace.runtime.internal.verdict;

import java.util.HashMap;
import java.util.Map;

/** Which threads run code of the trace at an instant, and are not blocked by a wait. */
final class WorkingThreads {

    /** Both may be nested or overlap, so they are counted. */
    private static final class Activity {
        private int stretches;
        private int waits;

        private boolean isWorking() {
            return stretches > 0 && waits == 0;
        }
    }

    private final Map<Long, Activity> activities = new HashMap<>();
    private int working;

    void enter(long threadId) {
        change(threadId, 1, 0);
    }

    void leave(long threadId) {
        change(threadId, -1, 0);
    }

    void block(long threadId) {
        change(threadId, 0, 1);
    }

    void unblock(long threadId) {
        change(threadId, 0, -1);
    }

    boolean isAnyWorking() {
        return working > 0;
    }

    private void change(long threadId, int stretches, int waits) {
        Activity activity = activities.computeIfAbsent(threadId, id -> new Activity());
        working -= activity.isWorking() ? 1 : 0;
        activity.stretches += stretches;
        activity.waits += waits;
        working += activity.isWorking() ? 1 : 0;
    }
}
