package io.steptrace.benchmarks.startup;

import java.util.Optional;

/** What the methods of a generated application carry, and nothing else differs. */
enum Annotations {

    NONE {
        @Override
        Optional<String> ofMethod(GeneratedMethod method) {
            return Optional.empty();
        }

        @Override
        Optional<String> ofParameter(GeneratedMethod method) {
            return Optional.empty();
        }
    },

    STEPTRACE {
        @Override
        Optional<String> ofMethod(GeneratedMethod method) {
            String format = switch (method.kind()) {
                case STEP, STEP_OF_ONE -> "@Step(\"%s\")";
                case READ, READ_OF_ONE -> "@Effect(\"db.get %s\")";
                case QUEUED_CALL -> "@Effect(value = \"http.get %s\", queue = \"queue-%d\")";
            };
            return Optional.of(format.formatted(method.subject(), method.bean() % QUEUES));
        }
    },

    WITH_SPAN {
        @Override
        Optional<String> ofMethod(GeneratedMethod method) {
            return Optional.of("@WithSpan(\"%s\")".formatted(method.subject()));
        }
    };

    private static final int QUEUES = 5;

    abstract Optional<String> ofMethod(GeneratedMethod method);

    /** Of the only one it has. */
    Optional<String> ofParameter(GeneratedMethod method) {
        return method.kind().hasAttribute() ? Optional.of("@SpanAttribute(\"id\")") : Optional.empty();
    }
}
