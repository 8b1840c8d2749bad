package io.steptrace.runtime.internal.export;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a spool told of, in order. */
public final class RecordedLosses implements LossListener {

    private final List<Loss> all = new CopyOnWriteArrayList<>();

    /** One telling. */
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
