package io.steptrace.threads;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Effect;

/** Pins its virtual thread, once: no JDK takes a thread off its carrier while it initialises a class. */
@ApplicationScoped
public class Settings {

    @Effect("file.read settings")
    String read() {
        return Loaded.TEXT;
    }

    static final class Loaded {

        static final String TEXT = load();

        private static String load() {
            Stores.waitForTheDatabase();
            return "dark";
        }
    }
}
