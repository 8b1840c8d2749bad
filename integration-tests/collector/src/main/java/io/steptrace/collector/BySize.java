package io.steptrace.collector;

/** Something between client and collector that lets small requests pass only. */
record BySize(int maxBytes, Behaviour beyond) implements Behaviour {

    @Override
    public void meet(Exchange exchange) {
        (exchange.announcedBytes() > maxBytes ? beyond : Behaviour.accept()).meet(exchange);
    }
}
