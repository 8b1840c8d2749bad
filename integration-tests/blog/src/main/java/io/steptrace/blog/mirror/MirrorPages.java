package io.steptrace.blog.mirror;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Uni;
import io.steptrace.Join;
import io.steptrace.Need;
import io.steptrace.Slot;
import io.steptrace.Step;

/** Asks all mirrors at once, and goes on when the join says so. */
@ApplicationScoped
public class MirrorPages {

    private static final Slot<String> NEAR = Slot.of("near");
    private static final Slot<String> FAR = Slot.of("far");
    private static final Slot<String> BROKEN = Slot.of("broken");

    private final Mirrors mirrors;

    MirrorPages(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    /** The mirrors that had answered by the time of the join. */
    @Step("ask_mirrors")
    public Uni<String> ask(@SpanAttribute("blog.join") Join join) {
        return Need.parallel().join(join)
                .require(NEAR, mirrors::near)
                .attempt(FAR, mirrors::far)
                .attempt(BROKEN, mirrors::broken)
                .resume(slots -> Stream.of(NEAR, FAR, BROKEN).flatMap(mirror -> slots.find(mirror).stream())
                        .collect(Collectors.joining(" ")));
    }
}
