package io.steptrace.features.chat;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ChatIT extends ChatTest {
}
