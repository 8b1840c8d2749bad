package io.steptrace.collector;

/** A connection that is reset instead of answered. */
record Reset(Moment moment) implements Behaviour {

    enum Moment {
        BEFORE_READING,
        MID_BODY,
        AFTER_ACCEPTING
    }

    @Override
    public void meet(Exchange exchange) {
        switch (moment) {
            case BEFORE_READING -> exchange.reset();
            case MID_BODY -> exchange.readSome(exchange::reset);
            case AFTER_ACCEPTING -> exchange.read(() -> {
                exchange.deliverAllBut(0);
                exchange.reset();
            });
        }
    }
}
