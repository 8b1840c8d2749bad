package io.steptrace.blog.waits;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class QueueHeavyUnpromotedIT extends QueueHeavyUnpromotedTest {
}
