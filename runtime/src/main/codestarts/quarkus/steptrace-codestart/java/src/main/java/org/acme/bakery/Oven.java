package org.acme.bakery;

import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Oven {

    /** A step with a queue runs as a job on it; this oven takes one bread at a time, see application.properties. */
    @Step(queue = "oven")
    public Uni<String> bake(int minutes) throws InterruptedException {
        Thread.sleep(minutes);
        return Uni.createFrom().item("baked for " + minutes + " minutes");
    }
}
