package org.gatehouse.prompt.files.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.protocol.FileUri;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// The files that were used last, as apps write them down in `recently-used.xbel`.
///
/// Any app of the person may have written the file, so it is read with limits, without a document
/// type, and nothing outside of it is ever fetched. Only files that are there count. Source:
/// Desktop Bookmark specification 1.0.
public final class RecentFiles {

    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST_READ = 5000;
    private static final int MOST_SHOWN = 150;

    private final Path file;

    private record Visit(HostPath path, Instant when) {}

    /// @param dataHome `$XDG_DATA_HOME`
    public RecentFiles(Path dataHome) {
        file = dataHome.resolve("recently-used.xbel");
    }

    /// The files, the latest first. Blocks.
    public List<Entry> read() {
        return visits().stream()
                .sorted(Comparator.comparing(Visit::when).reversed())
                .map(Visit::path)
                .distinct()
                .limit(MOST_SHOWN * 2L)
                .map(FolderReader::entry)
                .filter(entry -> entry.kind() == Entry.Kind.FILE)
                .limit(MOST_SHOWN)
                .toList();
    }

    private List<Visit> visits() {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? List.of() : visits(bytes);
        } catch (IOException e) {
            return List.of();
        }
    }

    /// As many as can be read before something is wrong.
    private static List<Visit> visits(byte[] bytes) {
        var visits = new ArrayList<Visit>();
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext() && visits.size() < MOST_READ) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("bookmark")) {
                    visit(reader).ifPresent(visits::add);
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            return visits;
        }
        return visits;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static Optional<Visit> visit(XMLStreamReader reader) {
        @Nullable String uri = reader.getAttributeValue(null, "href");
        return FileUri.parse(uri == null ? "" : uri).map(path -> new Visit(path, when(reader)));
    }

    private static Instant when(XMLStreamReader reader) {
        @Nullable String time = reader.getAttributeValue(null, "visited");
        try {
            return time == null ? Instant.EPOCH : Instant.parse(time);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
