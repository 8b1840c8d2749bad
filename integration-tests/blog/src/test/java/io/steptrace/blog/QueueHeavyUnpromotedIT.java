package io.steptrace.blog;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class QueueHeavyUnpromotedIT extends QueueHeavyUnpromotedTest {
}
