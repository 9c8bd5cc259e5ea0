package org.gatehouse.store.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoredValue;
import org.gatehouse.store.Write;

/// Writes without end, 16 at a time, and prints the number of each write that is durable. Each
/// write sets the two apps of an id to its number.
final class WriteStream {

    static final int IDS = 10;
    private static final int IN_FLIGHT = 16;

    private WriteStream() {}

    public static void main(String[] arguments) throws InterruptedException {
        var opened = Opened.in(Path.of(arguments[0]));
        int number = Integer.parseInt(arguments[1]);
        var free = new Semaphore(IN_FLIGHT);
        while (true) {
            free.acquire();
            int written = number++;
            var _ =
                    opened.store
                            .submit(write(written), Opened.TEST)
                            .whenComplete((_, failure) -> {
                                // one write call per line: what was printed has left the process
                                byte[] line =
                                        (written + "\n")
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.US_ASCII);
                                if (failure == null) {
                                    System.out.write(line, 0, line.length);
                                    System.out.flush();
                                }
                                free.release();
                            });
        }
    }

    private static Write write(int number) {
        var words = List.of(Integer.toString(number));
        var key = EntryKey.of("stream", "id" + number % IDS);
        return new Write.Set(key, true, Map.of("a", words, "b", words), StoredValue.NONE);
    }
}
