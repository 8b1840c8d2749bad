package io.steptrace.deployment.export;

import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.jandex.DotName;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.opentelemetry.deployment.exporter.otlp.ExternalOtelExporterBuildItem;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;
import io.steptrace.deployment.config.CollectorRulesBuildItem;
import io.steptrace.deployment.config.ConfigCheckedBuildItem;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.wiring.export.ExportMetricsStart;
import io.steptrace.runtime.internal.wiring.export.ExportRecorder;
import io.steptrace.runtime.internal.wiring.export.ExportRecorder.Opened;

/** Puts the guarded exporter in the place of Quarkus' own, which gives way to any bean of its type. */
@BuildSteps(onlyIf = ExportGuarded.class)
class ExportGuardProcessor {

    private static final DotName SPAN_EXPORTER = DotName.createSimple(SpanExporter.class);

    /** Refers to SmallRye Health, which may be absent. */
    private static final String HEALTH_CHECK = "io.steptrace.runtime.internal.health.ExportHealthCheck";

    /** The keys for a collector are checked with our own, so that all mistakes are said at once. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    CollectorRulesBuildItem check(ExportRecorder recorder, CoreVertxBuildItem vertx, TlsRegistryBuildItem tls,
            BeanDiscoveryFinishedBuildItem beans, List<ExternalOtelExporterBuildItem> externals) {
        return isOccupied(beans, externals) ? null
                : new CollectorRulesBuildItem(recorder.violations(vertx.getVertx(), tls.registry()));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(ConfigCheckedBuildItem.class)
    ExportOpenedBuildItem open(ExportRecorder recorder, CoreVertxBuildItem vertx, TlsRegistryBuildItem tls,
            ShutdownContextBuildItem shutdown,
            BeanDiscoveryFinishedBuildItem beans, List<ExternalOtelExporterBuildItem> externals,
            BuildProducer<SyntheticBeanBuildItem> syntheticBeans) {
        boolean isOccupied = isOccupied(beans, externals);
        RuntimeValue<Opened> opened = isOccupied ? recorder.stayOut()
                : recorder.open(vertx.getVertx(), tls.registry(), shutdown);
        if (!isOccupied) {
            // named, because from some release on Quarkus has a bean of the same type, without a name
            syntheticBeans.produce(SyntheticBeanBuildItem.configure(SpanExporter.class).identifier("steptrace")
                    .scope(Singleton.class).unremovable().setRuntimeInit().runtimeValue(recorder.exporter(opened)).done());
        }
        syntheticBeans.produce(SyntheticBeanBuildItem.configure(ExportStatus.class).scope(Singleton.class).unremovable()
                .setRuntimeInit().runtimeValue(recorder.status(opened)).done());
        return new ExportOpenedBuildItem(opened);
    }

    /** Fault Tolerance asks for beans with the first batch, which may be one from before the start. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    void begin(ExportRecorder recorder, ExportOpenedBuildItem export) {
        recorder.begin(export.opened());
    }

    @BuildStep
    void observe(BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<HealthBuildItem> checks) {
        beans.produce(AdditionalBeanBuildItem.unremovableOf(ExportMetricsStart.class));
        checks.produce(new HealthBuildItem(HEALTH_CHECK, true));
    }

    /** By another exporter, which is left alone. */
    private static boolean isOccupied(BeanDiscoveryFinishedBuildItem beans, List<ExternalOtelExporterBuildItem> externals) {
        return !externals.isEmpty() || !beans.beanStream().withBeanType(SPAN_EXPORTER).isEmpty();
    }
}
