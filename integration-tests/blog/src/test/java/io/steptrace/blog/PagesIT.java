package io.steptrace.blog;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PagesIT extends PagesTest {
}
