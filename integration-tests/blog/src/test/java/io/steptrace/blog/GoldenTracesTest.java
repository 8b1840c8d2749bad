package io.steptrace.blog;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.LongWaitsPromoted;

@QuarkusTest
@TestProfile(LongWaitsPromoted.class)
class GoldenTracesTest extends GoldenTracesContract {
}
