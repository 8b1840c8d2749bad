package io.steptrace.runtime.internal.need;

import java.util.List;

/** Counts how the effects of a need have ended; not thread-safe. */
final class JoinProgress {

    private final int total;
    private final int required;
    private int succeeded;
    private int failed;
    private int requiredEnded;
    private Throwable requiredFailure;

    JoinProgress(List<NeedEffect<?>> effects) {
        this.total = effects.size();
        this.required = (int) effects.stream().filter(NeedEffect::required).count();
    }

    void count(EffectEnd ended) {
        boolean isFailure = ended.failure() != null;
        if (isFailure) {
            failed++;
        } else {
            succeeded++;
        }
        if (ended.effect().required()) {
            requiredEnded++;
            if (isFailure && requiredFailure == null) {
                requiredFailure = ended.failure();
            }
        }
    }

    int succeeded() {
        return succeeded;
    }

    int failed() {
        return failed;
    }

    boolean hasAnyEnded() {
        return succeeded + failed > 0;
    }

    boolean haveAllEnded() {
        return succeeded + failed == total;
    }

    boolean haveAllRequiredEnded() {
        return requiredEnded == required;
    }

    /** What the first required effect to fail failed with; {@code null} if none has failed. */
    Throwable requiredFailure() {
        return requiredFailure;
    }
}
