package org.acme.bakery

import io.smallrye.mutiny.Uni
import io.steptrace.Effect
import io.steptrace.Step
import jakarta.enterprise.context.ApplicationScoped

@ApplicationScoped
class Bakery(private val recipes: Recipes, private val oven: Oven) {

    /** A step is a unit of logical work: a span named step.take_order. */
    @Step("take_order")
    fun takeOrder(bread: String): Uni<String> =
        oven.bake(recipes.minutesFor(bread)).map { baked -> "$bread: $baked" }
}

@ApplicationScoped
class Recipes {

    /** An effect is one operation of I/O. No code marks that this one waits: Steptrace finds out, and names the line. */
    @Effect("db.get recipe")
    fun minutesFor(bread: String): Int {
        Thread.sleep(20)
        return bread.length * 10
    }
}

@ApplicationScoped
class Oven {

    /** A step with a queue runs as a job on it; this oven takes one bread at a time, see application.properties. */
    @Step(queue = "oven")
    fun bake(minutes: Int): Uni<String> {
        Thread.sleep(minutes.toLong())
        return Uni.createFrom().item("baked for $minutes minutes")
    }
}
