package io.steptrace.benchmarks.methods.source;

/**
 * A method of a generated bean, which does next to nothing.
 *
 * @param bean the number of its class
 * @param position among the methods of that
 */
record GeneratedMethod(int bean, int position) {

    /** A step, an effect or one on a queue, in turn. */
    MethodKind kind() {
        return MethodKind.MIX.get(position % MethodKind.MIX.size());
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
        boolean isQueued = kind() == MethodKind.QUEUED_CALL;
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
