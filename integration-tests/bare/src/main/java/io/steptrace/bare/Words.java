package io.steptrace.bare;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;

/** What greetings are made of. */
@ApplicationScoped
public class Words {

    @Effect(value = "file.read salutation", queue = "effects")
    Uni<String> salutation() {
        return Uni.createFrom().item("Hello");
    }

    /** Fails, which is recorded without the types of JAX-RS that failures are compared with elsewhere. */
    @Effect(value = "cache.get title", queue = "effects")
    Uni<String> title(String name) {
        return Uni.createFrom().failure(new IllegalStateException("no title of " + name));
    }

    @Effect(value = "compute.capitalise", queue = "effects")
    Uni<String> capitalised(String name) {
        return Uni.createFrom().item(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
}
