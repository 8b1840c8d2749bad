package io.steptrace.runtime.internal.export.spool;

import io.steptrace.runtime.internal.export.LossListener;

class MemorySpoolLawsTest extends SpoolLaws {

    @Override
    protected Subject subject(LossListener losses) {
        Spool spool = new MemorySpool(NARROW, losses);
        return () -> spool;
    }
}
