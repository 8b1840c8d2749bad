package io.steptrace.blog.light;

import jakarta.enterprise.context.ApplicationScoped;

/** The list of posts; none of its parts is a span. */
@ApplicationScoped
public class PlainListPage extends ListPage {
}
