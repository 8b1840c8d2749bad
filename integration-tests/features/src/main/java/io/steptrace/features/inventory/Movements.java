package io.steptrace.features.inventory;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.steptrace.Effect;

/** The movements in the database: a repository is a bean, its own methods are effects at once. */
@ApplicationScoped
public class Movements implements PanacheRepository<Movement> {

    @Effect("db.put movement")
    public void put(@SpanAttribute("item.sku") String sku, int quantity) {
        Movement movement = new Movement();
        movement.sku = sku;
        movement.quantity = quantity;
        persist(movement);
    }

    @Effect("db.list movement")
    public List<Movement> of(@SpanAttribute("item.sku") String sku) {
        return list("sku", sku);
    }
}
