package io.steptrace.collector;

/** An interim answer, and then the usual one. */
record Interim(int status) implements Behaviour {

    @Override
    public void meet(Exchange exchange) {
        exchange.writeInterim(status);
        Behaviour.accept().meet(exchange);
    }
}
