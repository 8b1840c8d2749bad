package org.acme.bakery;

import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Bakery {

    private final Recipes recipes;
    private final Oven oven;

    Bakery(Recipes recipes, Oven oven) {
        this.recipes = recipes;
        this.oven = oven;
    }

    /** A step is a unit of logical work: a span named step.take_order. */
    @Step("take_order")
    public Uni<String> takeOrder(String bread) throws InterruptedException {
        return oven.bake(recipes.minutesFor(bread)).map(baked -> bread + ": " + baked);
    }
}
