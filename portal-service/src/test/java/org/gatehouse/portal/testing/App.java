package org.gatehouse.portal.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.testing.Await;

/// An app as a process of its own, inside or outside a sandbox, with one bus connection.
public final class App implements AutoCloseable {

    public static final String PORTAL = "/org/freedesktop/portal/desktop";
    private static final String LOCATION = "org.freedesktop.portal.Location";
    private static final String BACKGROUND = "org.freedesktop.portal.Background";
    private static final String REQUEST = "org.freedesktop.portal.Request";
    private static final String SESSION = "org.freedesktop.portal.Session";
    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\": (?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|(\\d+))");

    /// The answer of a call: `error` is empty if there was none.
    public record Answer(String value, String error, String message) {

        /// The object path it consists of.
        public String path() {
            if (!error.isEmpty()) {
                throw new AssertionError(error + ": " + message);
            }
            return value.replaceAll("^\\((?:objectpath )?'(.*)',\\)$", "$1");
        }
    }

    /// A signal that came to this app; `microseconds` on the monotonic clock of the machine.
    public record Signal(String member, String path, String arguments, long microseconds) {}

    private final Process process;
    private final PrintWriter commands;
    private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();
    private final List<Signal> signals = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> names = new CopyOnWriteArrayList<>();

    App(Process process) {
        this.process = process;
        this.commands = new PrintWriter(process.outputWriter(), true);
        Thread.ofVirtual().start(this::read);
        Await.until("the app is on the bus", () -> !names.isEmpty() || !process.isAlive());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                take(fields(line));
            }
        } catch (IOException e) {
            // the process was killed, which is what some tests are about
            names.add("");
        }
    }

    private void take(Map<String, String> line) {
        if (line.containsKey("reply")) {
            answers.put(
                    Integer.valueOf(line.getOrDefault("reply", "0")),
                    new Answer(
                            line.getOrDefault("value", ""),
                            line.getOrDefault("error", ""),
                            line.getOrDefault("message", "")));
        } else if (line.containsKey("signal")) {
            signals.add(
                    new Signal(
                            line.getOrDefault("signal", ""),
                            line.getOrDefault("path", ""),
                            line.getOrDefault("arguments", ""),
                            Long.parseLong(line.getOrDefault("microseconds", "0"))));
        } else {
            names.add(line.getOrDefault("name", ""));
        }
    }

    private static Map<String, String> fields(String line) {
        var fields = new ConcurrentHashMap<String, String>();
        Matcher found = FIELD.matcher(line);
        while (found.find()) {
            var text = found.group(2) == null ? found.group(3) : found.group(2);
            fields.put(found.group(1), text.replaceAll("\\\\(.)", "$1"));
        }
        return fields;
    }

    /// Its unique bus name.
    public String name() {
        return names.getFirst();
    }

    /// Sends a call and does not wait; the number is for [#answer].
    public int send(String path, String interfaceName, String method, String arguments) {
        int number = calls.incrementAndGet();
        commands.println(
                "{\"call\": %d, \"path\": \"%s\", \"interface\": \"%s\", \"method\": \"%s\", \"arguments\": \"%s\"}"
                        .formatted(number, path, interfaceName, method, arguments));
        return number;
    }

    /// Waits for the answer of a call that was sent.
    public Answer answer(int number) {
        Await.until("an answer to call " + number, () -> answers.containsKey(number));
        return Objects.requireNonNull(answers.get(number));
    }

    /// Does something with its window on the session's screen: open, hide, show or close.
    public void window(String what) {
        commands.println("{\"window\": \"" + what + "\"}");
    }

    /// Calls and waits for the answer.
    public Answer call(String path, String interfaceName, String method, String arguments) {
        return answer(send(path, interfaceName, method, arguments));
    }

    /// Makes a location session.
    ///
    /// @param options further options in GVariant text, each with a leading comma
    public Answer createSession(String token, String options) {
        return call(
                PORTAL,
                LOCATION,
                "CreateSession",
                "({'session_handle_token': <'%s'>%s},)".formatted(token, options));
    }

    /// Starts a location session.
    public Answer start(String session, String token) {
        return answer(sendStart(session, token));
    }

    public int sendStart(String session, String token) {
        return send(PORTAL, LOCATION, "Start", startArguments(session, token));
    }

    private static String startArguments(String session, String token) {
        return "(objectpath '%s', '', {'handle_token': <'%s'>})".formatted(session, token);
    }

    /// Asks to run in the background.
    ///
    /// @param options in GVariant text, such as `'autostart': <true>`; where they name no token,
    ///   the request gets one of its own
    public Answer requestBackground(String options) {
        var token =
                options.contains("handle_token")
                        ? ""
                        : "'handle_token': <'n%d'>".formatted(calls.get());
        return call(
                PORTAL,
                BACKGROUND,
                "RequestBackground",
                "('', @a{sv} {%s})".formatted(joined(token, options)));
    }

    private static String joined(String token, String options) {
        return token.isEmpty() || options.isEmpty() ? token + options : token + ", " + options;
    }

    /// Says what it is doing in the background.
    public Answer setStatus(String options) {
        return call(PORTAL, BACKGROUND, "SetStatus", "(@a{sv} {%s},)".formatted(options));
    }

    /// Waits for the Response of a request; gives all of it, as GVariant text.
    public String fullResponse(String handle) {
        var _ = response(handle);
        return signals("Response", handle).getFirst().arguments();
    }

    public Answer closeRequest(String handle) {
        return call(handle, REQUEST, "Close", "()");
    }

    public Answer closeSession(String session) {
        return call(session, SESSION, "Close", "()");
    }

    /// Makes and starts a session and waits for its Response.
    ///
    /// @return the response code and the session
    public Started use(String token, String options) {
        var session = createSession(token, options).path();
        var handle = start(session, token).path();
        return new Started(session, response(handle));
    }

    /// A session that was started, with the code of its Response.
    public record Started(String session, int code) {}

    /// Waits for the Response of a request.
    public int response(String handle) {
        Await.until("a Response at " + handle, () -> !signals("Response", handle).isEmpty());
        var arguments = signals("Response", handle).getFirst().arguments();
        return Integer.parseInt(arguments.replaceAll("^\\((?:uint32 )?(\\d+),.*$", "$1"));
    }

    /// The signals of a kind that came from a path, `""` for any.
    public List<Signal> signals(String member, String path) {
        return signals.stream()
                .filter(each -> each.member().equals(member))
                .filter(each -> path.isEmpty() || each.path().equals(path))
                .toList();
    }

    /// The location updates of a session, in order.
    public List<String> updates(String session) {
        var updates = new ArrayList<String>();
        for (var each : signals("LocationUpdated", PORTAL)) {
            if (each.arguments().contains("'" + session + "'")) {
                updates.add(each.arguments());
            }
        }
        return updates;
    }

    /// Ends the process as a crash would: no farewell to anybody.
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }
}
