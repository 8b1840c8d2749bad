package io.steptrace.features.inventory;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** Something in stock: an active record. */
@Entity
public class Item extends PanacheEntity {

    @Column(unique = true)
    public String sku;
    public String name;
    public int stock;
    public long cents;

    static Optional<Item> findBySku(String sku) {
        return find("sku", sku).firstResultOptional();
    }
}
