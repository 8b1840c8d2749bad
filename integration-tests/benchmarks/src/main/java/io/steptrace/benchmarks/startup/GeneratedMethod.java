package io.steptrace.benchmarks.startup;

import java.util.List;

/**
 * A method of a generated bean, which does next to nothing.
 *
 * @param bean the number of its class
 * @param position among the methods of that
 */
record GeneratedMethod(int bean, int position) {

    /** What a generated method would do if it did anything. */
    enum Kind {

        STEP,
        STEP_OF_ONE,
        READ,
        READ_OF_ONE,
        QUEUED_CALL;

        boolean hasAttribute() {
            return this == STEP_OF_ONE || this == READ_OF_ONE;
        }
    }

    /** The methods of each bean: more steps than effects, some with an attribute, few on a queue. */
    private static final List<Kind> MIX = List.of(Kind.STEP, Kind.STEP_OF_ONE, Kind.STEP, Kind.READ, Kind.STEP,
            Kind.READ_OF_ONE, Kind.STEP, Kind.QUEUED_CALL, Kind.STEP_OF_ONE, Kind.READ_OF_ONE);

    /** A step, an effect or one on a queue, in turn. */
    Kind kind() {
        return MIX.get(position % MIX.size());
    }

    /** Unique within the class. */
    String name() {
        return "work" + position;
    }

    /** What a span of it is about; unique in the application. */
    String subject() {
        return "item_" + bean + "_" + position;
    }

    String render(Annotations annotations) {
        String result = "id + " + position;
        boolean isQueued = kind() == Kind.QUEUED_CALL;
        return """

                    %spublic %s %s(%slong id) {
                        return %s;
                    }
                """.formatted(annotations.ofMethod(this).map(annotation -> annotation + "\n    ").orElse(""),
                isQueued ? "CompletionStage<Long>" : "long", name(),
                annotations.ofParameter(this).map(annotation -> annotation + " ").orElse(""),
                isQueued ? "CompletableFuture.completedFuture(" + result + ")" : result);
    }
}
