package io.steptrace;

import java.util.Objects;

/**
 * A typed place for the result of one effect of a {@link Need}; immutable, meant to be kept in a constant.
 * <p>
 * A slot has identity: two slots of the same name are two slots. The name is for messages and traces.
 *
 * @param <T> the type of the result
 */
public final class Slot<T> {

    private final String name;

    private Slot(String name) {
        this.name = name;
    }

    /**
     * Makes a slot.
     *
     * @param name a name of low cardinality; not {@code null}
     * @param <T> the type of the result
     * @return a new slot
     */
    public static <T> Slot<T> of(String name) {
        return new Slot<>(Objects.requireNonNull(name, "name"));
    }

    /** The name, as it stands in events and messages. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "slot " + name;
    }
}
