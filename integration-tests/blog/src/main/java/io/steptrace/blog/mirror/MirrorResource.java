package io.steptrace.blog.mirror;

import java.util.Locale;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;
import io.steptrace.Join;

/** Answers with the mirrors that took part: {@code all}, {@code all_required}, {@code any} or {@code first_success}. */
@Path("/mirrors/{join}")
public class MirrorResource {

    private final MirrorPages pages;

    MirrorResource(MirrorPages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<String> ask(@RestPath String join) {
        return pages.ask(Join.valueOf(join.toUpperCase(Locale.ROOT)));
    }
}
