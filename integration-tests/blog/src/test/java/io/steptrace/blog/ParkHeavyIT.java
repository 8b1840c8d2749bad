package io.steptrace.blog;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ParkHeavyIT extends ParkHeavyTest {
}
