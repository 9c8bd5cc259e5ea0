package org.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.foreign.Linker;
import java.util.stream.Stream;

/// The arrows between modules, and the one home of each library. A class's module is told by its
/// package.
@AnalyzeClasses(
        packages = "org.gatehouse",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    private static final String[] INTERFACES = {
        "org.gatehouse.protocol..",
        "org.gatehouse.bus..",
        "org.gatehouse.catalogue..",
        "org.gatehouse.policy..",
        "org.gatehouse.watch..",
        "org.gatehouse.desktop..",
        "org.gatehouse.libc..",
        "org.gatehouse.identity..",
        "org.gatehouse.role.."
    };
    private static final String[] STORE = {"org.gatehouse.store.."};
    private static final String[] PORTAL = {"org.gatehouse.portal.."};
    private static final String[] DOCUMENTS = {"org.gatehouse.documents.."};
    private static final String[] PROMPT = {"org.gatehouse.prompt..", "org.gatehouse.settings.."};
    private static final String[] LAUNCHER = {"org.gatehouse.launcher.."};
    private static final String[] CTL = {"org.gatehouse.ctl.."};

    /// dbus-java beyond the words of transcribed interfaces: values, annotations, marker types.
    private static final String[] DBUS_MACHINERY = {
        "org.freedesktop.dbus.bin..",
        "org.freedesktop.dbus.config..",
        "org.freedesktop.dbus.connections..",
        "org.freedesktop.dbus.errors..",
        "org.freedesktop.dbus.handlers..",
        "org.freedesktop.dbus.matchrules..",
        "org.freedesktop.dbus.messages..",
        "org.freedesktop.dbus.propertyref..",
        "org.freedesktop.dbus.spi..",
        "org.freedesktop.dbus.transport..",
        "org.freedesktop.dbus.utils.."
    };

    @ArchTest
    static final ArchRule interfacesKnowNoRole =
            none(INTERFACES, STORE, PORTAL, DOCUMENTS, PROMPT, LAUNCHER, CTL);

    @ArchTest
    static final ArchRule theStoreKnowsNoOtherRole =
            none(STORE, PORTAL, DOCUMENTS, PROMPT, LAUNCHER, CTL);

    @ArchTest
    static final ArchRule thePortalKnowsNoOtherRole =
            none(PORTAL, STORE, DOCUMENTS, PROMPT, LAUNCHER, CTL);

    @ArchTest
    static final ArchRule theDocumentsKnowNoOtherRole =
            none(DOCUMENTS, STORE, PORTAL, PROMPT, LAUNCHER, CTL);

    @ArchTest
    static final ArchRule thePromptKnowsNoOtherRole =
            none(PROMPT, STORE, PORTAL, DOCUMENTS, LAUNCHER, CTL);

    /// The command line is one more client of the bus.
    @ArchTest
    static final ArchRule theCommandLineKnowsNoRole =
            none(CTL, STORE, PORTAL, DOCUMENTS, PROMPT, LAUNCHER);

    @ArchTest
    static final ArchRule everyPackageBelongsToAModule =
            classes()
                    .that()
                    .resideOutsideOfPackage("org.gatehouse")
                    .should()
                    .resideInAnyPackage(
                            all(INTERFACES, STORE, PORTAL, DOCUMENTS, PROMPT, LAUNCHER, CTL));

    @ArchTest
    static final ArchRule theCoreIsPure =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.gatehouse.protocol..",
                            "org.gatehouse.portal.consent..",
                            "org.gatehouse.documents",
                            "org.gatehouse.store",
                            "org.gatehouse.prompt",
                            "org.gatehouse.settings")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.freedesktop..",
                            "java.sql..",
                            "javafx..",
                            "org.gatehouse.bus..",
                            "org.gatehouse.libc..");

    @ArchTest
    static final ArchRule portalsDoNotKnowEachOther =
            slices().matching("org.gatehouse.portal.(location|background|filechooser|camera)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule theBusIsSpokenInTheBusLayer =
            onlyIn("org.gatehouse.bus..").uses(DBUS_MACHINERY);

    @ArchTest
    static final ArchRule sqliteLivesInItsPackage =
            onlyIn("org.gatehouse.store.sqlite..").uses("org.sqlite..", "java.sql..");

    @ArchTest
    static final ArchRule picocliLivesInTheCommandLine =
            onlyIn("org.gatehouse.ctl..").uses("picocli..");

    @ArchTest
    static final ArchRule windowsLiveInTheirPackage =
            onlyIn("org.gatehouse.prompt.fx..", "org.gatehouse.settings.fx..")
                    .uses("javafx..", "com.sun.javafx..", "com.sun.glass..");

    @ArchTest
    static final ArchRule nativeFunctionsAreFoundInLibc =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.gatehouse.libc..",
                            "org.gatehouse.prompt.x11..",
                            "org.gatehouse.prompt.fx..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Linker.class);

    @ArchTest
    static final ArchRule wiringStaysInModulesAndRoles =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(Module|Role|Portals)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.google.inject..");

    @ArchTest
    static final ArchRule theEnvironmentIsReadByTheLauncher =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(all(LAUNCHER, CTL))
                    .should()
                    .callMethod(System.class, "getenv")
                    .orShould()
                    .callMethod(System.class, "getenv", String.class);

    /// `user.home` and `java.io.tmpdir` come from elsewhere than the environment; only the toolkit
    /// has switches of its own.
    @ArchTest
    static final ArchRule propertiesOfTheJvmAreNotAsked =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.gatehouse.launcher..",
                            "org.gatehouse.prompt.fx..",
                            "org.gatehouse.prompt.service..")
                    .should()
                    .callMethod(System.class, "getProperty", String.class)
                    .orShould()
                    .callMethod(System.class, "getProperty", String.class, String.class);

    private static ArchRule none(String[] from, String[]... to) {
        return noClasses()
                .that()
                .resideInAnyPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(all(to));
    }

    private static Home onlyIn(String... packages) {
        return library ->
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(library);
    }

    private static String[] all(String[]... packages) {
        return Stream.of(packages).flatMap(Stream::of).toArray(String[]::new);
    }

    /// The fixtures that modules share are not part of the house.
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    /// The packages that alone may use a library.
    private interface Home {
        ArchRule uses(String... library);
    }
}
