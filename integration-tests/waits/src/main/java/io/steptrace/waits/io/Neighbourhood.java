package io.steptrace.waits.io;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.steptrace.Step;

/** Asks the neighbour, and waits for the answer. */
@ApplicationScoped
public class Neighbourhood {

    private final NeighbourClient neighbour;

    Neighbourhood(@RestClient NeighbourClient neighbour) {
        this.neighbour = neighbour;
    }

    @Step("ask_neighbour")
    public String ask() {
        return neighbour.answer();
    }
}
