package io.steptrace.runtime.internal.stuck;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import io.steptrace.runtime.internal.trace.TraceAssembler;

/** What is running at this moment, stuck or not; looks each time it is asked, and costs nothing else. Thread-safe. */
public final class RunningWorks {

    private final Supplier<TraceAssembler> assembler;
    private final ApplicationFrames frames;
    private final LockOwners owners;

    /**
     * @param assembler where the local traces come together; {@code null} as long as there is none
     * @param frames which frames are the application's
     */
    public RunningWorks(Supplier<TraceAssembler> assembler, ApplicationFrames frames) {
        this.assembler = assembler;
        this.frames = frames;
        this.owners = new LockOwners(frames);
    }

    /** One of each local trace, the oldest first, and at most so many. */
    public List<StuckWork> list(int most) {
        return Sighting.each(0, assembler.get()).values().stream()
                .sorted(Comparator.comparingLong(Sighting::ageNanos).reversed()).limit(most)
                .map(sighting -> StuckWork.of(sighting, sighting.subjectName(), sighting.ageNanos(),
                        Standing.of(sighting, frames, owners)))
                .toList();
    }
}
