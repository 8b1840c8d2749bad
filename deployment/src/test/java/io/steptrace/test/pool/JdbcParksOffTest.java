package io.steptrace.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.TracedApplication;

class JdbcParksOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with()
            .overrideConfigKey("quarkus.steptrace.parks.jdbc", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:posts");

    @Inject
    AgroalDataSource posts;

    @Test
    void leavesTheDataSourceAsItIs() {
        assertThat(ClientProxy.unwrap(posts)).isExactlyInstanceOf(io.agroal.pool.DataSource.class);
    }
}
