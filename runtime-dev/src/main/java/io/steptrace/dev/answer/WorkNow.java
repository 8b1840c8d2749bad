package io.steptrace.dev.answer;

/**
 * A request or job that is running.
 *
 * @param kind {@code request} or {@code work}
 * @param ageNanos how long it has been running
 * @param thread what runs its code, by name; null if none is known
 * @param place the line of the application it is in; null if unknown
 * @param waitsFor who holds the lock it waits for; null if there is none
 */
public record WorkNow(String kind, String name, long ageNanos, String thread, Place place, String waitsFor, String traceId) {
}
