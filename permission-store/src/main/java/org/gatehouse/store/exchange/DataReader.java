package org.gatehouse.store.exchange;

import java.io.IOException;
import java.util.List;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.wire.Signatures;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.bus.wire.WireReader;
import org.gatehouse.bus.wire.WireWriter;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.StoredValue;

/// Reads the value of an entry: its D-Bus signature, and its content in base64. Threads: one.
final class DataReader {

    private String signature = "";
    private byte[] bytes = {};

    private DataReader() {}

    static StoredValue read(StrictJson json) throws IOException {
        var data = new DataReader();
        json.object(key -> {
            switch (key) {
                case "signature" -> data.signature = json.text();
                case "value" -> data.bytes = json.bytes();
                default -> throw ExportReader.unknown(key, json);
            }
        });
        return data.checked(json);
    }

    /// What is kept is given to anybody who looks it up: it has to be the value that it says it is.
    private StoredValue checked(StrictJson json) {
        if (bytes.length > StoredValue.MAX_BYTES) {
            throw json.complaint("value is over 64 KiB");
        }
        try {
            var type = Signatures.single(signature);
            var _ = new WireReader(bytes, true, List.of()).readAll(List.of(type));
            new WireWriter().write(Signatures.single("v"), new RawVariant(signature, bytes));
        } catch (WireException | IllegalArgumentException | PortalException e) {
            throw json.complaint("data is no value of its signature: " + e.getMessage());
        }
        return new StoredValue(signature, bytes);
    }
}
