package io.steptrace.features.inventory;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

/** Items over HTTP. */
@Path("/items")
public class ItemResource {

    private final Items items;
    private final Warehouse warehouse;
    private final Repricing repricing;

    ItemResource(Items items, Warehouse warehouse, Repricing repricing) {
        this.items = items;
        this.warehouse = warehouse;
        this.repricing = repricing;
    }

    @GET
    public List<Item> list() {
        return items.list();
    }

    @GET
    @Path("/{sku}")
    public Item get(@RestPath String sku) {
        return items.get(sku);
    }

    @POST
    @ResponseStatus(201)
    public Item register(@Valid NewItem item) {
        return warehouse.register(item);
    }

    /** Not checked here but in the warehouse, where a bad quantity is a fault of the caller: this one. */
    @POST
    @Path("/{sku}/deliveries")
    public int receive(@RestPath String sku, @RestQuery int quantity) {
        return warehouse.receive(sku, quantity);
    }

    @POST
    @Path("/{sku}/plain-deliveries")
    public int receivePlain(@RestPath String sku, @RestQuery int quantity) {
        return warehouse.receivePlain(sku, quantity);
    }

    /** Answers at once; the price changes when the consumer has come to it. */
    @POST
    @Path("/{sku}/repricing")
    public void reprice(@RestPath String sku) {
        repricing.announce(sku);
    }

    @POST
    @Path("/{sku}/plain-repricing")
    public void repricePlain(@RestPath String sku) {
        repricing.announcePlain(sku);
    }

    @GET
    @Path("/{sku}/price")
    public Uni<Long> price(@RestPath String sku) {
        return repricing.ask(sku);
    }

    @GET
    @Path("/{sku}/plain-price")
    public Uni<Long> pricePlain(@RestPath String sku) {
        return repricing.askPlain(sku);
    }
}
