package io.steptrace.blog;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StarvedConnectionsIT extends StarvedConnectionsTest {
}
