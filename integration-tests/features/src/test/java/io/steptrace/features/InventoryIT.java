package io.steptrace.features;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class InventoryIT extends InventoryTest {
}
