package org.gatehouse.documents;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.protocol.PortalException;

/// What an app may do with a document. The words are those of `org.freedesktop.portal.Documents`.
public enum DocumentPermission {
    READ("read"),
    WRITE("write"),
    GRANT_PERMISSIONS("grant-permissions"),
    DELETE("delete");

    private final String word;

    DocumentPermission(String word) {
        this.word = word;
    }

    /// As it goes over the bus and into the store.
    public String word() {
        return word;
    }

    public static Optional<DocumentPermission> ofWord(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /// The permissions that a call names.
    ///
    /// @throws PortalException `InvalidArgument` if one of the words is none of ours
    public static Set<DocumentPermission> ofWords(List<String> words) {
        var named = EnumSet.noneOf(DocumentPermission.class);
        for (var word : words) {
            named.add(
                    ofWord(word)
                            .orElseThrow(
                                    () -> PortalException.invalidArgument("no such permission")));
        }
        return named;
    }

    /// The words of a set, in the order of this list.
    public static List<String> words(Set<DocumentPermission> permissions) {
        return Stream.of(values()).filter(permissions::contains).map(each -> each.word).toList();
    }
}
