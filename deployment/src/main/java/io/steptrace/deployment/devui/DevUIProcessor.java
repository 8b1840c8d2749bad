package io.steptrace.deployment.devui;

import jakarta.inject.Singleton;

import org.jboss.jandex.DotName;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.FooterPageBuildItem;
import io.quarkus.devui.spi.page.Page;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.dev.SteptraceJsonRpcService;
import io.steptrace.dev.finished.DevTraces;
import io.steptrace.dev.now.ThisMoment;

/** Adds the pages to the Dev UI, and what they are fed with to the application, in dev mode only. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class DevUIProcessor {

    /** Seen as well on a dark page as on a light one. */
    private static final String LOGO = "steptrace-logo.svg";
    private static final DotName SINGLETON = DotName.createSimple(Singleton.class);

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    CardPageBuildItem card(WorkNamesBuildItem names) {
        CardPageBuildItem card = new CardPageBuildItem();
        card.setLogo(LOGO, LOGO);
        card.addPage(Page.webComponentPageBuilder().title("Traces").icon("font-awesome-solid:hourglass-half")
                .componentLink("qwc-steptrace-traces.js"));
        card.addPage(Page.webComponentPageBuilder().title("Now").icon("font-awesome-solid:gauge-high")
                .componentLink("qwc-steptrace-now.js"));
        card.addBuildTimeData("steps", names.steps());
        card.addBuildTimeData("effects", names.effects());
        card.addBuildTimeData("queues", names.queues());
        return card;
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    FooterPageBuildItem console() {
        return new FooterPageBuildItem(
                Page.webComponentPageBuilder().title("Steptrace").icon("font-awesome-solid:hourglass-half")
                        .componentLink("qwc-steptrace-log.js"));
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    AdditionalBeanBuildItem traces() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(DevTraces.class, ThisMoment.class).setUnremovable()
                .setDefaultScope(SINGLETON)
                .build();
    }

    /** In each mode: by it Quarkus knows where annotations of execution models may stand. */
    @BuildStep
    JsonRPCProvidersBuildItem service() {
        return new JsonRPCProvidersBuildItem(SteptraceJsonRpcService.class, SINGLETON);
    }
}
