package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freedesktop.DBus;
import org.freedesktop.GeoClue2.Agent;
import org.freedesktop.GeoClue2.Client;
import org.freedesktop.GeoClue2.Manager;
import org.freedesktop.impl.portal.Access;
import org.freedesktop.impl.portal.Lockdown;
import org.freedesktop.impl.portal.PermissionStore;
import org.freedesktop.portal.Background;
import org.freedesktop.portal.Documents;
import org.freedesktop.portal.FileChooser;
import org.freedesktop.portal.FileTransfer;
import org.freedesktop.portal.Location;
import org.freedesktop.portal.Request;
import org.freedesktop.portal.Session;
import org.gatehouse.bus.IntrospectionText;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the transcribed interfaces, as the bus layer introspects them, against their sources.
class TranscriptionTest {

    private static final Path INSTALLED_FILES = Path.of("/usr/share/dbus-1/interfaces");

    static final List<Class<?>> INSTALLED =
            List.of(
                    Background.class,
                    Documents.class,
                    FileChooser.class,
                    FileTransfer.class,
                    Location.class,
                    Request.class,
                    Session.class,
                    PermissionStore.class,
                    Access.class,
                    Lockdown.class,
                    org.freedesktop.impl.portal.Background.class,
                    org.freedesktop.impl.portal.FileChooser.class,
                    org.freedesktop.impl.portal.Request.class,
                    org.freedesktop.impl.portal.Session.class,
                    Manager.class,
                    Client.class,
                    Agent.class,
                    org.freedesktop.GeoClue2.Location.class);

    @ParameterizedTest
    @FieldSource("INSTALLED")
    void saysWhatTheInstalledFileSays(Class<?> transcription) throws Exception {
        var file = INSTALLED_FILES.resolve(transcription.getName() + ".xml");
        assumeTrue(Files.exists(file), file + " is not installed");

        try (var content = Files.newInputStream(file)) {
            var said = new TreeSet<>(members(content, transcription.getName()));
            said.addAll(NewerMembers.ADDED.getOrDefault(transcription, Set.of()));
            assertThat(transcribed(transcription)).containsExactlyInAnyOrderElementsOf(said);
        }
    }

    @ParameterizedTest
    @MethodSource("newer")
    void saysWhatTheListOfNewerMembersSays(Class<?> transcription) throws Exception {
        assertThat(transcribed(transcription))
                .containsExactlyInAnyOrderElementsOf(NewerMembers.INTERFACES.get(transcription));
    }

    static Set<Class<?>> newer() {
        return NewerMembers.INTERFACES.keySet();
    }

    @Test
    void ofTheBusSaysWhatARealBusSays() throws Exception {
        try (var bus = PrivateBus.start()) {
            var xml =
                    bus.run(
                                    "gdbus",
                                    "introspect",
                                    "--session",
                                    "--xml",
                                    "--dest=org.freedesktop.DBus",
                                    "--object-path=/org/freedesktop/DBus")
                            .succeeded();
            var real = members(stream(xml), "org.freedesktop.DBus");

            // the bus names no arguments, and the transcription leaves out what nobody uses
            assertThat(transcribed(DBus.class).stream().map(TranscriptionTest::withoutNames))
                    .isSubsetOf(real.stream().map(TranscriptionTest::withoutNames).toList());
        }
    }

    private static String withoutNames(String member) {
        return member.startsWith("property")
                ? member
                : member.replaceAll("([^ (,]+) [a-z_]+(?=[,)])", "$1");
    }

    @Test
    void isComparedForEveryInterfaceThereIs() throws Exception {
        var compared =
                Stream.of(INSTALLED.stream(), newer().stream(), Stream.of(DBus.class))
                        .flatMap(all -> all)
                        .map(Class::getName)
                        .collect(Collectors.toSet());

        assertThat(transcriptions()).isEqualTo(compared);
    }

    private static Set<String> transcriptions() throws Exception {
        var root = classes();
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.matches("org/(freedesktop/.*|gatehouse/[^/]*)\\.class"))
                    .filter(name -> !name.contains("$") && !name.endsWith("package-info.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .collect(Collectors.toSet());
        }
    }

    private static Path classes() throws URISyntaxException {
        var source = Location.class.getProtectionDomain().getCodeSource();
        return Path.of(source.getLocation().toURI());
    }

    private static Set<String> transcribed(Class<?> type) throws Exception {
        return members(stream(IntrospectionText.of(type)), type.getName());
    }

    private static Set<String> members(InputStream xml, String name) throws Exception {
        return InterfaceShape.read(xml).stream()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow()
                .members();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
