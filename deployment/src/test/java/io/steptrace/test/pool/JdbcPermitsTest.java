package io.steptrace.test.pool;

import static io.steptrace.test.pool.PooledReads.READ;
import static io.steptrace.test.pool.PooledReads.TRANSACTION;
import static io.steptrace.test.pool.PooledReads.assertNotParked;
import static io.steptrace.test.pool.PooledReads.assertParkedOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.runtime.internal.pool.ObservedPools;
import io.steptrace.runtime.internal.pool.PoolGauge;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** However a connection leaves the pool or comes back, the permits are right: each test ends with a recorded wait. */
class JdbcPermitsTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(PooledReads.class)
            .overrideConfigKey("quarkus.steptrace.promote.park-wait", "1h")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:posts")
            .overrideConfigKey("quarkus.datasource.jdbc.max-size", "1");

    @Inject
    PooledReads reads;

    @Inject
    AgroalDataSource posts;

    @AfterEach
    void recordsTheNextWait() throws Exception {
        posts.setPoolInterceptors(List.of());
        posts.getConfiguration().connectionPoolConfiguration().setMaxSize(1);
        spans.reset();
        reads.read(posts);
        assertNotParked(spans.await(READ));
        assertParkedOnce(reads.contended(() -> reads.read(posts), posts));
    }

    @Test
    void takesTheConnectionOfTheTransactionForNoWait() throws Exception {
        reads.readTwiceInTransaction(posts);

        assertNotParked(spans.await(TRANSACTION));
    }

    @Test
    void showsHowFullThePoolIs() throws Exception {
        PoolGauge pool = ObservedPools.list().stream().filter(each -> each.name().equals("jdbc <default>")).findFirst()
                .orElseThrow();
        Connection held = posts.getConnection();
        assertThat(pool.inUse()).isEqualTo(1);
        assertThat(pool.max()).isEqualTo(1);
        assertThat(pool.waiting()).isZero();
        FutureTask<Void> read = new FutureTask<>(() -> {
            reads.read(posts);
            return null;
        });
        new Thread(read).start();
        Awaitility.await().until(() -> pool.waiting() == 1);
        held.close();
        read.get();
        assertThat(pool.inUse() + pool.waiting()).isZero();
    }

    @Test
    void forgetsAConnectionThatIsFlushedWhileInUse() throws Exception {
        Connection held = posts.getConnection();
        posts.flush(FlushMode.ALL);
        Awaitility.await().until(held::isClosed);
        reads.read(posts);
        held.close();

        assertNotParked(spans.await(READ));
    }

    @Test
    void forgetsAConnectionThatIsFlushedWithGrace() throws Exception {
        Connection held = posts.getConnection();
        posts.flush(FlushMode.GRACEFUL);
        held.close();
        reads.read(posts);

        assertNotParked(spans.await(READ));
    }

    @Test
    void forgetsAConnectionThatFailsAfterItsAcquisition() {
        Failing failing = new Failing();
        posts.setPoolInterceptors(List.of(failing));

        assertThatThrownBy(() -> reads.read(posts)).isInstanceOf(IllegalStateException.class);
        assertThat(posts.getPoolInterceptors()).containsExactly(failing);
    }

    @Test
    void followsThePoolWhenItsSizeChanges() throws Exception {
        posts.getConfiguration().connectionPoolConfiguration().setMaxSize(2);
        try (Connection held = posts.getConnection()) {
            reads.read(posts);
        }

        assertNotParked(spans.await(READ));
    }

    @Test
    void countsThoseWhoWaitInFront() throws Exception {
        FutureTask<Boolean> first;
        FutureTask<Boolean> second;
        try (Connection held = posts.getConnection()) {
            first = PooledReads.inWait(() -> reads.read(posts));
            second = new FutureTask<>(() -> reads.read(posts));
            Thread thread = new Thread(second);
            thread.start();
            Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING
                    || thread.getState() == Thread.State.WAITING);
        }
        first.get();
        second.get();

        assertThat(spans.await(READ, 2)).allSatisfy(PooledReads::assertParkedOnce);
    }

    @Test
    void losesNoPermitInAStorm() throws Exception {
        posts.getConfiguration().connectionPoolConfiguration().setMaxSize(3);
        List<FutureTask<Void>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            FlushMode mode = i % 2 == 0 ? FlushMode.ALL : FlushMode.GRACEFUL;
            callers.add(new FutureTask<>(() -> {
                for (int call = 0; call < 200; call++) {
                    try (Connection connection = posts.getConnection()) {
                        connection.isValid(1);
                    } catch (SQLException flushedWhileInUse) {
                        continue;
                    }
                    // only at first: what is flushed in the background must be gone by the end
                    if (call < 100 && call % 25 == 0) {
                        posts.flush(mode);
                    }
                }
                return null;
            }));
        }
        callers.forEach(caller -> new Thread(caller).start());
        for (FutureTask<Void> caller : callers) {
            caller.get();
        }
        posts.getConfiguration().connectionPoolConfiguration().setMaxSize(1);
        for (int spare = 0; spare < 3; spare++) {
            // a pool that is too large gives up a connection when it comes back
            reads.read(posts);
        }
        // flushed connections are destroyed in the background
        Awaitility.await().ignoreException(SQLException.class).untilAsserted(() -> {
            spans.reset();
            reads.read(posts);
            assertNotParked(spans.await(READ));
        });
    }

    private static final class Failing implements AgroalPoolInterceptor {

        @Override
        public void onConnectionAcquire(Connection connection) {
            throw new IllegalStateException("not this one");
        }

        @Override
        public int getPriority() {
            return 10;
        }
    }
}
