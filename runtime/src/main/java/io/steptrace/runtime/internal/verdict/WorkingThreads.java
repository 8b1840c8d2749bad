package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.List;

/** Which threads run code of the trace at an instant, and are not blocked by a wait. There are few of them in most traces. */
final class WorkingThreads {

    /** Both may be nested or overlap, so they are counted. */
    private static final class Activity {

        private final long threadId;
        private int stretches;
        private int waits;

        private Activity(long threadId) {
            this.threadId = threadId;
        }

        private int working() {
            return stretches > 0 && waits == 0 ? 1 : 0;
        }
    }

    private final List<Activity> activities = new ArrayList<>();
    private int working;

    /** A stretch of code begins, or ends. */
    void ran(long threadId, boolean begins) {
        Activity activity = of(threadId);
        working -= activity.working();
        activity.stretches += begins ? 1 : -1;
        working += activity.working();
    }

    /** A wait that blocks the thread begins, or ends. */
    void blocked(long threadId, boolean begins) {
        Activity activity = of(threadId);
        working -= activity.working();
        activity.waits += begins ? 1 : -1;
        working += activity.working();
    }

    boolean isAnyWorking() {
        return working > 0;
    }

    private Activity of(long threadId) {
        for (Activity activity : activities) {
            if (activity.threadId == threadId) {
                return activity;
            }
        }
        Activity first = new Activity(threadId);
        activities.add(first);
        return first;
    }
}
