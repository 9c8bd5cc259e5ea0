package org.gatehouse.documents.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.Documents;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.origin.Origin;
import org.gatehouse.documents.origin.Origin.OnHost;
import org.gatehouse.documents.origin.Origin.OnMount;
import org.gatehouse.documents.origin.Origins;
import org.gatehouse.documents.origin.Wanted;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;

/// `org.freedesktop.portal.Documents`, version 5.
///
/// Threads: the sender's queue, on platform threads; may wait for the file system and the store.
final class DocumentsFace implements Documents {

    static final String NAME = "org.freedesktop.portal.Documents";
    static final String PATH = "/org/freedesktop/portal/documents";
    static final int VERSION = 5;

    private static final int MOST_DESCRIPTORS = 16;

    private final DocumentTable documents;
    private final Senders senders;
    private final Origins origins;
    private final Adding adding;
    private final Permitting permitting;
    private final MountPoint mount;

    DocumentsFace(
            DocumentTable documents,
            Senders senders,
            Origins origins,
            Adding adding,
            Permitting permitting,
            MountPoint mount) {
        this.documents = documents;
        this.senders = senders;
        this.origins = origins;
        this.adding = adding;
        this.permitting = permitting;
        this.mount = mount;
    }

    @Override
    public byte[] GetMountPoint() {
        return mount.serving().wire();
    }

    @Override
    public String Add(UnixFd o_path_fd, boolean reuse_existing, boolean persistent) {
        var addition = Addition.plain(senders.current(), reuse_existing, persistent);
        return added(List.of(o_path_fd), addition).getFirst();
    }

    @Override
    public AddFullResult AddFull(
            List<UnixFd> o_path_fds, UInt32 flags, String app_id, List<String> permissions) {
        var sender = senders.current();
        var addition = Addition.of(sender, AddFlags.of(flags), app_id, permissions);
        if (o_path_fds.size() > MOST_DESCRIPTORS) {
            throw PortalException.invalidArgument("more than 16 descriptors");
        }
        return new AddFullResult(added(o_path_fds, addition), extra());
    }

    private List<String> added(List<UnixFd> descriptors, Addition addition) {
        var wanted = addition.flags().directory() ? Wanted.DIRECTORY : Wanted.FILE;
        var examined =
                descriptors.stream()
                        .map(each -> origins.examine(each.number(), addition.sender(), wanted))
                        .toList();
        return ids(adding.add(examined, addition));
    }

    private static List<String> ids(List<Optional<DocumentId>> ids) {
        return ids.stream().map(id -> id.map(DocumentId::value).orElse("")).toList();
    }

    @Override
    public String AddNamed(
            UnixFd o_path_parent_fd, byte[] filename, boolean reuse_existing, boolean persistent) {
        var addition = Addition.plain(senders.host(), reuse_existing, persistent);
        return addedNamed(o_path_parent_fd, filename, addition);
    }

    @Override
    public AddNamedFullResult AddNamedFull(
            UnixFd o_path_fd,
            byte[] filename,
            UInt32 flags,
            String app_id,
            List<String> permissions) {
        var sender = senders.host();
        var addition = Addition.of(sender, AddFlags.of(flags), app_id, permissions);
        if (addition.flags().directory()) {
            throw PortalException.invalidArgument("Invalid flags");
        }
        return new AddNamedFullResult(addedNamed(o_path_fd, filename, addition), extra());
    }

    private String addedNamed(UnixFd parent, byte[] filename, Addition addition) {
        var name =
                HostPath.nameOfWire(filename)
                        .orElseThrow(
                                () -> PortalException.invalidArgument("Invalid filename passed"));
        var folder = origins.folder(parent.number(), addition.sender());
        var file = new OnHost(folder.path().child(name), folder.anchor(), false, true);
        return ids(adding.add(List.of(file), addition)).getFirst();
    }

    private Map<String, Variant<?>> extra() {
        return Map.of("mountpoint", new Variant<>(mount.point().wire(), "ay"));
    }

    @Override
    public void GrantPermissions(String doc_id, String app_id, List<String> permissions) {
        permitting.grant(senders.current(), doc_id, app_id, permissions);
    }

    @Override
    public void RevokePermissions(String doc_id, String app_id, List<String> permissions) {
        permitting.revoke(senders.current(), doc_id, app_id, permissions);
    }

    @Override
    public void Delete(String doc_id) {
        permitting.delete(senders.current(), doc_id);
    }

    @Override
    public String Lookup(byte[] filename) {
        var sender = senders.host();
        var path =
                HostPath.ofWire(filename)
                        .orElseThrow(() -> PortalException.notFound("no such file"));
        return origins.at(path, sender).flatMap(this::documentOf).map(DocumentId::value).orElse("");
    }

    private Optional<DocumentId> documentOf(Origin origin) {
        return switch (origin) {
            case OnMount(var id, _) -> Optional.of(id);
            case OnHost file -> documentOf(file).map(Document::id);
        };
    }

    /// A persistent one rather than one that goes with the role.
    private Optional<Document> documentOf(OnHost file) {
        return documents.at(file.path()).stream()
                .filter(each -> !each.isUnique() && each.isDirectory() == file.isDirectory())
                .filter(each -> each.anchor().isSameFile(file.anchor()))
                .reduce((one, other) -> one.isPersistent() ? one : other);
    }

    @Override
    public InfoResult Info(String doc_id) {
        var _ = senders.host();
        var document =
                DocumentId.parse(doc_id)
                        .flatMap(documents::find)
                        .orElseThrow(() -> PortalException.invalidArgument("Invalid ID passed"));
        return new InfoResult(document.path().wire(), DocumentRow.rows(document));
    }

    @Override
    public Map<String, byte[]> List(String app_id) {
        var _ = senders.host();
        var found =
                app_id.isEmpty()
                        ? documents.all()
                        : AppId.parse(app_id).map(documents::of).orElse(List.of());
        return paths(found.stream().filter(each -> !documents.isDead(each)));
    }

    @Override
    public Map<String, byte[]> GetHostPaths(List<String> doc_ids) {
        var sender = senders.current();
        return paths(
                Set.copyOf(doc_ids).stream()
                        .flatMap(id -> DocumentId.parse(id).stream())
                        .flatMap(id -> documents.find(id).stream())
                        .filter(each -> sender.may(each, DocumentPermission.READ)));
    }

    private static Map<String, byte[]> paths(Stream<Document> found) {
        var paths = new LinkedHashMap<String, byte[]>();
        found.forEach(each -> paths.put(each.id().value(), each.path().wire()));
        return paths;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
