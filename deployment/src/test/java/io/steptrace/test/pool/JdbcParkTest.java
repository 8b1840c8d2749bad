package io.steptrace.test.pool;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.pool.PooledReads.READ;
import static io.steptrace.test.pool.PooledReads.assertNotParked;
import static io.steptrace.test.pool.PooledReads.assertParkedOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.FutureTask;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

class JdbcParkTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(PooledReads.class)
            .overrideConfigKey("quarkus.steptrace.promote.park-wait", "1h")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:posts")
            .overrideConfigKey("quarkus.datasource.jdbc.max-size", "1")
            .overrideConfigKey("quarkus.datasource.hasty.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.hasty.jdbc.url", "jdbc:h2:mem:hasty")
            .overrideConfigKey("quarkus.datasource.hasty.jdbc.max-size", "1")
            .overrideConfigKey("quarkus.datasource.hasty.jdbc.acquisition-timeout", "100ms")
            .overrideConfigKey("quarkus.datasource.traced.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.traced.jdbc.url", "jdbc:h2:mem:traced")
            .overrideConfigKey("quarkus.datasource.traced.jdbc.max-size", "1")
            .overrideConfigKey("quarkus.datasource.traced.jdbc.telemetry", "true")
            .overrideConfigKey("quarkus.datasource.closing.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.closing.jdbc.url", "jdbc:h2:mem:closing")
            .overrideConfigKey("quarkus.datasource.closing.jdbc.max-size", "1")
            // without a minimum, Agroal gives no one waiting the place of a connection it closes
            .overrideConfigKey("quarkus.datasource.closing.jdbc.min-size", "1")
            .overrideConfigKey("quarkus.datasource.closing.jdbc.flush-on-close", "true");

    @Inject
    PooledReads reads;

    @Inject
    AgroalDataSource posts;

    @Inject
    @DataSource("hasty")
    AgroalDataSource hasty;

    @Inject
    @DataSource("traced")
    AgroalDataSource traced;

    @Inject
    @DataSource("closing")
    AgroalDataSource closing;

    @Test
    void parksTheEffectThatWaitsForAConnection() throws Exception {
        SpanData waited = reads.contended(() -> reads.read(posts), posts);

        assertParkedOnce(waited);
        assertThat(waited.getEvents().get(0).getAttributes().asMap().values()).containsExactlyInAnyOrder("backpressure",
                "jdbc <default>", 1L, 1L);
    }

    @Test
    void recordsNothingWhereAConnectionIsFree() throws SQLException {
        reads.read(posts);
        reads.read(posts);

        assertThat(spans.await(READ, 2)).allSatisfy(PooledReads::assertNotParked);
    }

    @Test
    void endsTheParkWhenTheAcquisitionTimesOut() throws SQLException {
        try (Connection held = hasty.getConnection()) {
            assertThatThrownBy(() -> reads.read(hasty)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("acquisition timeout");
        }
        reads.read(hasty);

        List<SpanData> both = spans.await(READ, 2);
        assertParkedOnce(both.get(0));
        assertThat(attribute(both.get(0), "effect.success")).isEqualTo(false);
        assertThat(both.get(0).getEvents().get(0).getAttributes().asMap().values()).contains("jdbc hasty");
        assertNotParked(both.get(1));
    }

    @Test
    void leavesWaitsOutsideAnyWorkAlone() throws Exception {
        FutureTask<Void> outside;
        try (Connection held = posts.getConnection()) {
            outside = PooledReads.inWait(() -> {
                posts.getConnection().close();
                return null;
            });
        }
        outside.get();
        reads.read(posts);

        assertNotParked(spans.await(READ));
        assertThat(spans.soFar()).hasSize(1);
    }

    @Test
    void parksWhereJdbcIsTracedAsWell() throws Exception {
        assertParkedOnce(reads.contended(() -> reads.read(traced), traced));
    }

    @Test
    void leavesAPoolThatClosesItsConnectionsAlone() throws Exception {
        FutureTask<Boolean> waiting;
        try (Connection held = closing.getConnection()) {
            waiting = PooledReads.inWait(() -> reads.read(closing));
        }
        waiting.get();

        assertNotParked(spans.await(READ));
    }

    @Test
    void staysTheDataSourceItWas() throws SQLException {
        assertThat(posts.isWrapperFor(io.agroal.pool.DataSource.class)).isTrue();
        assertThat(posts.unwrap(io.agroal.pool.DataSource.class)).isNotNull();
        assertThat(posts.unwrap(AgroalDataSource.class)).isNotNull();
        assertThat(posts.isHealthy(false)).isTrue();
        assertThat(posts.getPoolInterceptors()).isEmpty();
    }
}
