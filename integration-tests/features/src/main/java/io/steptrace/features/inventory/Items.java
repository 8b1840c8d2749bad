package io.steptrace.features.inventory;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.logging.Log;
import io.quarkus.panache.common.Sort;
import io.steptrace.Effect;

/** The items in the database: the static methods of an active record cannot be intercepted, those of a bean can. */
@ApplicationScoped
public class Items {

    @Effect("db.list item")
    public List<Item> list() {
        return Item.listAll(Sort.by("sku"));
    }

    /** Answers 404 if there is none. */
    @Effect("db.get item")
    public Item get(@SpanAttribute("item.sku") String sku) {
        return Item.findBySku(sku).orElseThrow(() -> new NotFoundException("there is no item " + sku));
    }

    @Effect("db.put item")
    @Transactional
    public Item put(@SpanAttribute("item.sku") String sku, String name) {
        Item item = new Item();
        item.sku = sku;
        item.name = name;
        item.persist();
        return item;
    }

    @Effect("db.update item")
    @Transactional
    public void price(@SpanAttribute("item.sku") String sku, long cents) {
        Log.debugf("price of %s", sku);
        Item.update("cents = ?1 where sku = ?2", cents, sku);
    }
}
