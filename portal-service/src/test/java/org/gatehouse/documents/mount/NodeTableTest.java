package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.documents.mount.NodeTable.KnownAs;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.junit.jupiter.api.Test;

class NodeTableTest {

    private static final AppId EDITOR = new AppId("org.example.Editor");
    private static final KnownAs NAME = new KnownAs(Node.APPS, "org.example.Editor");

    private final NodeTable nodes = new NodeTable();

    private Node hold() {
        return nodes.hold(EDITOR, NAME, id -> new Node.App(id, EDITOR));
    }

    @Test
    void givesTheSameNodeForTheSameThing() {
        assertThat(hold()).isSameAs(hold());
    }

    @Test
    void findsANodeByItsNumber() {
        var node = hold();

        assertThat(nodes.find(node.id())).isSameAs(node);
    }

    @Test
    void keepsANodeUntilItIsForgottenAsOftenAsItWasGiven() {
        var node = hold();
        hold();

        assertThat(nodes.forget(node.id(), 1)).isEmpty();
        assertThat(nodes.find(node.id())).isNotNull();
        assertThat(nodes.forget(node.id(), 1)).containsSame(node);
        assertThat(nodes.find(node.id())).isNull();
    }

    @Test
    void neverGivesANumberTwice() {
        long first = hold().id();
        nodes.forget(first, 1);

        assertThat(hold().id()).isNotEqualTo(first);
    }

    @Test
    void doesNotForgetTheRoot() {
        assertThat(nodes.forget(Node.ROOT, 1)).isEmpty();
        assertThat(nodes.find(Node.ROOT)).isInstanceOf(Node.Root.class);
    }

    @Test
    void namesTheOldestFirstAndThenOthers() {
        var folder = new DocumentFolder(9, Node.ROOT, new View(null, new DocumentId("d")));
        for (int i = 0; i < 3; i++) {
            long inode = i;
            var known = new KnownAs(9, "f" + i);
            nodes.hold(
                    new RealNode.Key(9, 1, inode),
                    known,
                    id -> new RealNode(id, folder, -1, 1, false));
        }

        assertThat(nodes.oldest(2, RealNode.class::isInstance).values())
                .extracting(KnownAs::name)
                .containsExactly("f0", "f1");
        assertThat(nodes.oldest(1, RealNode.class::isInstance).values())
                .extracting(KnownAs::name)
                .containsExactly("f2");
    }
}
