package io.steptrace.features.chat;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** Something that was said. */
@Entity
public class ChatLine extends PanacheEntity {

    public String text;
}
