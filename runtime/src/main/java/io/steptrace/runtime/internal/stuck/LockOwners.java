package io.steptrace.runtime.internal.stuck;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

import io.steptrace.runtime.internal.waits.StackText;

/** Who holds the lock that a platform thread waits for; the JDK does not say it of virtual ones. Thread-safe. */
final class LockOwners {

    private final ApplicationFrames frames;

    LockOwners(ApplicationFrames frames) {
        this.frames = frames;
    }

    /**
     * The owner of the monitor or lock, and the first frame of the application it is in.
     *
     * @return {@code null} if the thread waits for none, or its owner is not known
     */
    String of(Thread waiting) {
        try {
            ThreadInfo blocked = infoOf(waiting.getId(), 0);
            ThreadInfo owner = blocked == null || blocked.getLockOwnerId() < 0 ? null
                    : infoOf(blocked.getLockOwnerId(), Integer.MAX_VALUE);
            if (owner == null) {
                return null;
            }
            StackTraceElement place = frames.first(owner.getStackTrace());
            return place == null ? owner.getThreadName() : owner.getThreadName() + " in " + StackText.of(place);
        } catch (Throwable e) {
            // a binary, or a JDK without that module: the rest is said all the same
            return null;
        }
    }

    private static ThreadInfo infoOf(long threadId, int maxDepth) {
        return ManagementFactory.getThreadMXBean().getThreadInfo(threadId, maxDepth);
    }
}
