package io.steptrace.test.reload;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;

/** Uses all that could outlive an application: requests, a queue, parks, metrics, spans on their way. */
@Path("/work")
public class ReloadedWork {

    /** Where the class loader of each application is noted; the test and the applications have only the JDK in common. */
    static final String LOADERS = "io.steptrace.test.loaders";

    @Inject
    ReloadedWork self;

    @Startup
    @SuppressWarnings("unchecked")
    void note() {
        ((List<Object>) System.getProperties().computeIfAbsent(LOADERS, key -> new ArrayList<>()))
                .add(new WeakReference<>(ReloadedWork.class.getClassLoader()));
    }

    @GET
    @Step("work")
    public String work() {
        Uni.join().all(self.post(), self.post()).andFailFast().await().atMost(Duration.ofSeconds(10));
        return "version 0.";
    }

    @Effect(value = "db.get post", queue = "posts")
    Uni<String> post() {
        Parking.park(ParkCause.LOCK).close();
        return Uni.createFrom().item("a post");
    }
}
