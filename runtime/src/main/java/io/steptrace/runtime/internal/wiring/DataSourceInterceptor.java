package io.steptrace.runtime.internal.wiring;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.pool.ObservedPool;
import io.steptrace.runtime.internal.pool.ParkingDataSource;
import io.steptrace.runtime.internal.text.PrintableLog;

/**
 * Puts a {@link ParkingDataSource} around each data source, once, when it is created. What it does not understand stays as it
 * is.
 */
@ObservedPool
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class DataSourceInterceptor {

    private static final Logger LOG = PrintableLog.of(DataSourceInterceptor.class);

    private final boolean isOn;

    public DataSourceInterceptor(SteptraceConfig config) {
        this.isOn = config.parks().jdbc();
    }

    @AroundInvoke
    Object observe(InvocationContext creation) throws Exception {
        Object created = creation.proceed();
        return isOn && created instanceof AgroalDataSource dataSource
                && creation.getParameters()[0] instanceof String name ? observed(name, dataSource) : created;
    }

    private static AgroalDataSource observed(String name, AgroalDataSource dataSource) {
        try {
            return ParkingDataSource.isObservable(dataSource) ? new ParkingDataSource(dataSource, name) : dataSource;
        } catch (Throwable e) {
            LOG.warnf(e, "telemetry: the pool of data source %s could not be observed - its waits are not recorded", name);
            return dataSource;
        }
    }
}
