package io.steptrace.runtime.internal.export;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The losses of a spool, in order. */
public final class RecordedLosses implements LossListener {

    private final List<Loss> all = new CopyOnWriteArrayList<>();

    /** One call of the listener. */
    public record Loss(String reason, long spans) {
    }

    @Override
    public void lost(String reason, long spans) {
        all.add(new Loss(reason, spans));
    }

    public List<Loss> all() {
        return all;
    }

    public long spans() {
        return all.stream().mapToLong(Loss::spans).sum();
    }
}
