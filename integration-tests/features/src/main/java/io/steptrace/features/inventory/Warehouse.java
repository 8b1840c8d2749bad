package io.steptrace.features.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.steptrace.Step;

/** What happens to items. */
@ApplicationScoped
public class Warehouse {

    private final Items items;
    private final Movements movements;

    Warehouse(Items items, Movements movements) {
        this.items = items;
        this.movements = movements;
    }

    @Step("register_item")
    @Transactional
    public Item register(@Valid NewItem item) {
        return items.put(item.sku(), item.name());
    }

    /** Books goods and returns how many there are now. */
    @Step("receive_goods")
    @Transactional
    public int receive(@SpanAttribute("item.sku") String sku, @Positive int quantity) {
        return book(sku, quantity);
    }

    /** The same with the annotation of OpenTelemetry. */
    @WithSpan("plain.receive_goods")
    @Transactional
    public int receivePlain(@SpanAttribute("item.sku") String sku, @Positive int quantity) {
        return book(sku, quantity);
    }

    private int book(String sku, int quantity) {
        Item item = items.get(sku);
        item.stock += quantity;
        movements.put(sku, quantity);
        return item.stock;
    }
}
