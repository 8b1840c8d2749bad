package io.steptrace.blog.waits;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ParkHeavyUnpromotedIT extends ParkHeavyUnpromotedTest {
}
