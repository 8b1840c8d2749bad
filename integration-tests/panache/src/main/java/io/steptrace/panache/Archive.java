package io.steptrace.panache;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.steptrace.Effect;

/** The same posts as a repository, which is a bean itself. */
@ApplicationScoped
public class Archive implements PanacheRepository<Post> {

    @Effect("db.list archive")
    long size() {
        return count();
    }
}
