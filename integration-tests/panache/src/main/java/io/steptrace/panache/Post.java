package io.steptrace.panache;

import java.util.List;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A post that finds and saves itself. */
@Entity
public class Post extends PanacheEntity {

    public String author;
    public String title;

    static List<Post> by(String author) {
        return list("author = ?1 order by title", author);
    }
}
