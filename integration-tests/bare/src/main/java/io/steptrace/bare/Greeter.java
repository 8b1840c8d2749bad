package io.steptrace.bare;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Greets by the name it is given, and ends. */
@QuarkusMain
public class Greeter implements QuarkusApplication {

    private final Greetings greetings;

    Greeter(Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public int run(String... names) {
        System.out.println(greetings.greet(names.length == 0 ? "world" : names[0]));
        return 0;
    }
}
