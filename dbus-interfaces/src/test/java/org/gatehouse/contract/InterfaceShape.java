package org.gatehouse.contract;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/// One interface of an introspection document, its members as lines that compare and read well.
///
/// A line: `method Lookup(s table, s id) -> (a{sas} permissions, v data)`, `signal Closed()` or
/// `property version u read`.
///
/// @param name the interface's name
/// @param members its members, in alphabetical order
record InterfaceShape(String name, SortedSet<String> members) {

    /// Reads every interface of a document; its document type is not fetched.
    static List<InterfaceShape> read(InputStream document) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var root = factory.newDocumentBuilder().parse(new InputSource(document));
        return elements(root.getDocumentElement(), "interface").stream()
                .map(InterfaceShape::of)
                .toList();
    }

    private static InterfaceShape of(Element face) {
        var members = new TreeSet<String>();
        for (var method : elements(face, "method")) {
            members.add("method " + named(method, "in") + " -> (" + arguments(method, "out") + ")");
        }
        for (var signal : elements(face, "signal")) {
            members.add("signal " + named(signal, ""));
        }
        for (var property : elements(face, "property")) {
            members.add(
                    "property %s %s %s"
                            .formatted(
                                    property.getAttribute("name"),
                                    property.getAttribute("type"),
                                    property.getAttribute("access")));
        }
        return new InterfaceShape(face.getAttribute("name"), members);
    }

    private static String named(Element member, String direction) {
        return member.getAttribute("name") + "(" + arguments(member, direction) + ")";
    }

    /// @param direction `in`, which is the default, `out`, or `` for all
    private static String arguments(Element member, String direction) {
        var arguments = new ArrayList<String>();
        for (var argument : elements(member, "arg")) {
            var given = argument.getAttribute("direction");
            if (direction.isEmpty() || direction.equals(given.isEmpty() ? "in" : given)) {
                arguments.add(
                        (argument.getAttribute("type") + " " + argument.getAttribute("name"))
                                .strip());
            }
        }
        return String.join(", ", arguments);
    }

    private static List<Element> elements(Element parent, String tag) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(tag)) {
                found.add(element);
            }
        }
        return found;
    }
}
