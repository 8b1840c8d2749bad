package io.steptrace.runtime.internal.waits.jfr;

import io.steptrace.ParkCause;

/** An event of the JDK that stands for a wait. Where a JDK has no such event, none comes. */
enum WaitEvent {

    MONITOR_ENTER("jdk.JavaMonitorEnter", ParkCause.LOCK, "monitorClass"),
    MONITOR_WAIT("jdk.JavaMonitorWait", ParkCause.OTHER, "monitorClass"),
    PARK("jdk.ThreadPark", ParkCause.OTHER, "parkedClass"),
    SLEEP("jdk.ThreadSleep", ParkCause.TIMER, null),
    SOCKET_READ("jdk.SocketRead", ParkCause.IO_WAIT, null),
    SOCKET_WRITE("jdk.SocketWrite", ParkCause.IO_WAIT, null),
    FILE_READ("jdk.FileRead", ParkCause.IO_WAIT, null),
    FILE_WRITE("jdk.FileWrite", ParkCause.IO_WAIT, null),
    FILE_FORCE("jdk.FileForce", ParkCause.IO_WAIT, null),
    PINNED("jdk.VirtualThreadPinned", ParkCause.OTHER, null),
    GC_PAUSE("jdk.GCPhasePause", ParkCause.GC, null);

    private static final String LOCKS = "java.util.concurrent.locks.";
    private static final String SEMAPHORE = "java.util.concurrent.Semaphore$";

    private final String eventName;
    private final ParkCause cause;
    private final String tokenField;

    WaitEvent(String eventName, ParkCause cause, String tokenField) {
        this.eventName = eventName;
        this.cause = cause;
        this.tokenField = tokenField;
    }

    String eventName() {
        return eventName;
    }

    /** The field with the class that was waited for; {@code null} for none. */
    String tokenField() {
        return tokenField;
    }

    boolean isOfSocket() {
        return this == SOCKET_READ || this == SOCKET_WRITE;
    }

    /** @param token the class that was waited for; {@code null} if unknown */
    ParkCause cause(String token) {
        boolean isLock = this == PARK && token != null && (token.startsWith(LOCKS) || token.startsWith(SEMAPHORE));
        return isLock ? ParkCause.LOCK : cause;
    }
}
