package org.acme.bakery;

import io.steptrace.Effect;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Recipes {

    /** An effect is one operation of I/O. No code marks that this one waits: Steptrace finds out, and names the line. */
    @Effect("db.get recipe")
    public int minutesFor(String bread) throws InterruptedException {
        Thread.sleep(20);
        return bread.length() * 10;
    }
}
