package io.steptrace.collector;

/** A request that is read and never answered. */
record Stall() implements Behaviour {

    @Override
    public void meet(Exchange exchange) {
        exchange.read(exchange::leaveUnanswered);
    }
}
