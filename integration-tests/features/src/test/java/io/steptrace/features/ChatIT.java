package io.steptrace.features;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ChatIT extends ChatTest {
}
