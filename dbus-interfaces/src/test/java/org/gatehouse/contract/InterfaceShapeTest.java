package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InterfaceShapeTest {

    @Test
    void hasOneLinePerMember() throws Exception {
        var document =
                """
                <!DOCTYPE node PUBLIC "-//freedesktop//DTD" "http://example.invalid/none.dtd">
                <node>
                  <interface name="org.example.Lamp">
                    <property name="version" type="u" access="read"/>
                    <method name="Dim">
                      <arg type="u" name="level"/>
                      <arg type="b" name="dimmed" direction="out"/>
                    </method>
                    <signal name="Burnt"><arg type="s" name="why" direction="out"/></signal>
                  </interface>
                  <interface name="org.example.Empty"/>
                </node>
                """;

        var shapes =
                InterfaceShape.read(
                        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));

        assertThat(shapes)
                .extracting(InterfaceShape::name)
                .containsExactly("org.example.Lamp", "org.example.Empty");
        assertThat(shapes.getFirst().members())
                .containsExactly(
                        "method Dim(u level) -> (b dimmed)",
                        "property version u read",
                        "signal Burnt(s why)");
    }
}
