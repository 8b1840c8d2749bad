package io.steptrace.test.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.arc.InterceptionProxy;
import io.quarkus.arc.lookup.LookupIfProperty;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.discovery.vetoed.InVetoedPackage;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** Beans that this build leaves out, in as many ways as there are, next to one that it has. */
class AbsentBeansTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication
            .with(jar -> jar.addPackage(InVetoedPackage.class.getPackage()), Present.class,
                    OtherProfile.class, NotInTests.class, PropertyOff.class, PropertyOn.class, OnDemand.class,
                    OtherStereotype.class, ByStereotype.class, Excluded.class, ExcludedResource.class, OtherResource.class,
                    VetoedBean.class, Unselected.class, Base.class, ScopedBase.class, OtherBase.class, OtherHeir.class,
                    Plain.class, Producers.class)
            .withAdditionalDependency(jar -> jar.addClasses(OfLibrary.class, BaseOfLibrary.class, ExcludedOfLibrary.class)
                    .addAsManifestResource(new org.jboss.shrinkwrap.api.asset.StringAsset(""), "beans.xml"))
            .overrideConfigKey("quarkus.arc.exclude-types",
                    Excluded.class.getName() + "," + ExcludedResource.class.getName() + ","
                            + ExcludedOfLibrary.class.getName());

    @Inject
    Present present;

    @Inject
    Plain plain;

    @Inject
    Instance<Object> any;

    @Test
    void buildsWithoutThem() {
        assertThat(any.select(OtherProfile.class).isResolvable()).isFalse();
        assertThat(any.select(Excluded.class).isResolvable()).isFalse();

        present.work();
        assertThat(spans.await("step.present")).isNotNull();
    }

    @Test
    void interceptsWhatAProducerHasIntercepted() {
        plain.work();

        assertThat(spans.await("step.plain")).isNotNull();
    }

    @ApplicationScoped
    public static class Present {
        @Step("present")
        public void work() {
        }
    }

    @IfBuildProfile("dev")
    @ApplicationScoped
    public static class OtherProfile {
        @Step("dev_only")
        public void work() {
        }
    }

    @UnlessBuildProfile("test")
    @ApplicationScoped
    public static class NotInTests {
        @Effect(value = "db.get post", queue = "reads")
        public void work() {
        }
    }

    @IfBuildProperty(name = "absent", stringValue = "on")
    @ApplicationScoped
    public static class PropertyOff {
        @Step
        public void work() {
        }
    }

    @UnlessBuildProperty(name = "quarkus.arc.exclude-types", stringValue = "", enableIfMissing = false)
    @IfBuildProperty(name = "absent", stringValue = "on")
    @ApplicationScoped
    public static class PropertyOn {
        @Step
        public void work() {
        }
    }

    @LookupIfProperty(name = "absent", stringValue = "on")
    @ApplicationScoped
    public static class OnDemand {
        @Step
        public void work() {
        }
    }

    @Stereotype
    @ApplicationScoped
    @IfBuildProfile("dev")
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface OtherStereotype {
    }

    @OtherStereotype
    public static class ByStereotype {
        @Step
        public void work() {
        }
    }

    @ApplicationScoped
    public static class Excluded {
        @Step
        public void work() {
        }
    }

    @Path("excluded")
    public static class ExcludedResource {
        @GET
        @Step
        public String get() {
            return "";
        }
    }

    @IfBuildProfile("dev")
    @Path("other")
    public static class OtherResource {
        @GET
        @Step
        public String get() {
            return "";
        }
    }

    @Vetoed
    public static class VetoedBean {
        @Step
        public void work() {
        }
    }

    @Alternative
    @ApplicationScoped
    public static class Unselected {
        @Step
        public void work() {
        }
    }

    public abstract static class Base {
        @Step
        public void work() {
        }
    }

    @ApplicationScoped
    public abstract static class ScopedBase {
        @Step
        public void work() {
        }
    }

    public static class OtherBase {
        @Step
        public void work() {
        }
    }

    @IfBuildProfile("dev")
    @ApplicationScoped
    public static class OtherHeir extends OtherBase {
    }

    public static class Plain {
        @Step("plain")
        public void work() {
        }
    }

    public static class Producers {
        @Produces
        @ApplicationScoped
        Plain plain(InterceptionProxy<Plain> proxy) {
            return proxy.create(new Plain());
        }
    }

    @IfBuildProfile("dev")
    @ApplicationScoped
    public static class OfLibrary {
        @Step
        public void work() {
        }
    }

    public abstract static class BaseOfLibrary {
        @Step
        public void work() {
        }
    }

    @ApplicationScoped
    public static class ExcludedOfLibrary {
        @Step
        public void work() {
        }
    }
}
