package io.steptrace.runtime.internal.export;

class MemorySpoolLawsTest extends SpoolLaws {

    @Override
    protected Subject subject(LossListener losses) {
        Spool spool = new MemorySpool(NARROW, losses);
        return () -> spool;
    }
}
