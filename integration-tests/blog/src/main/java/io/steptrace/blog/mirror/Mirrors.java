package io.steptrace.blog.mirror;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;

/** Three places that keep the same text: one near, one far away, and one that is broken and says so first. */
@ApplicationScoped
public class Mirrors {

    private static final Duration NEAR = Duration.ofMillis(40);
    private static final Duration FAR = Duration.ofMillis(120);
    private static final Duration BROKEN = Duration.ofMillis(5);

    @Effect("file.get near_mirror")
    Uni<String> near() {
        return Uni.createFrom().item("near").onItem().delayIt().by(NEAR);
    }

    @Effect("file.get far_mirror")
    Uni<String> far() {
        return Uni.createFrom().item("far").onItem().delayIt().by(FAR);
    }

    @Effect("file.get broken_mirror")
    Uni<String> broken() {
        return Uni.createFrom().<String> nullItem().onItem().delayIt().by(BROKEN)
                .onItem().failWith(() -> new IllegalStateException("the mirror is broken"));
    }
}
