package io.steptrace.threads;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Need;
import io.steptrace.Slot;
import io.steptrace.Step;

/** Makes a page of effects side by side. */
@ApplicationScoped
public class Pages {

    private static final Slot<String> POST = Slot.of("post");
    private static final Slot<List<String>> COMMENTS = Slot.of("comments");
    private static final Slot<String> AUTHOR = Slot.of("author");

    private final Stores stores;

    Pages(Stores stores) {
        this.stores = stores;
    }

    @Step("load_page")
    public Uni<String> load(long id) {
        return Need.parallel()
                .require(POST, () -> stores.post(id))
                .attempt(AUTHOR, () -> stores.author(id))
                .require(COMMENTS, () -> stores.comments(id))
                .resume(slots -> slots.get(POST) + " by " + slots.find(AUTHOR).orElse("nobody") + ": "
                        + String.join(", ", slots.get(COMMENTS)));
    }
}
