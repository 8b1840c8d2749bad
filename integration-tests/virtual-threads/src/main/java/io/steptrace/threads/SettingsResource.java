package io.steptrace.threads;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Answers on a virtual thread that the application itself has pinned. */
@Path("/settings")
public class SettingsResource {

    private final Settings settings;

    SettingsResource(Settings settings) {
        this.settings = settings;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_PLAIN)
    public String settings() {
        return settings.read();
    }
}
