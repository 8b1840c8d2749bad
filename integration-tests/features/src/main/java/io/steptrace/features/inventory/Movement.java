package io.steptrace.features.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** Goods that came in. */
@Entity
public class Movement {

    @Id
    @GeneratedValue
    Long id;
    String sku;
    int quantity;

    /** The number of pieces. */
    public int getQuantity() {
        return quantity;
    }
}
