package io.steptrace.runtime.internal.result;

/** A plain value, or nothing: it is there when the method returns. */
final class ValueResult implements ResultKind {

    static final ResultKind VALUE = new ValueResult();

    private ValueResult() {
    }
}
