package org.gatehouse.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1;
import org.gatehouse.ctl.text.Style;
import org.gatehouse.ctl.text.Table;
import org.gatehouse.ctl.text.Table.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows the ledger.
///
/// Threads: the main thread reads and prints; signals only wake it.
@Command(
        name = "ledger",
        description = "Show what was asked, decided, used and changed; the newest last.")
final class LedgerCommand implements Callable<Integer> {

    private static final int LARGEST_PAGE = 1000;
    private static final String OUR_JAVA = "/lib/gatehouse/runtime/bin/java";

    private final Context context;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean gone;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "At most so many, the newest; 0 for all. Default: 50")
    private int lines = 50;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as new ones come; with --json, one object a line.")
    private boolean follow;

    @Mixin private LedgerFilter filter = new LedgerFilter();
    @Mixin private Format format = new Format();

    LedgerCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        var wanted = filter.toWire(context.times());
        if (follow) {
            return follow(wanted);
        }
        print(newest(wanted));
        return ExitStatus.FINE.number();
    }

    private void print(List<Map<String, Variant<?>>> records) {
        if (format.isJson()) {
            context.screen().json(records);
        } else {
            context.screen().table(table(Fields.all(records)), "The ledger has no such record.");
        }
    }

    /// In the order in which they happened.
    private List<Map<String, Variant<?>>> newest(Map<String, Variant<?>> wanted) {
        int most = lines == 0 ? Integer.MAX_VALUE : lines;
        return after(0, most, wanted);
    }

    /// At most `most` records with a number above `sequence`, the newest.
    private List<Map<String, Variant<?>>> after(
            long sequence, int most, Map<String, Variant<?>> wanted) {
        var found = new ArrayList<Map<String, Variant<?>>>();
        long before = 0;
        while (found.size() < most) {
            int count = Math.min(LARGEST_PAGE, most - found.size());
            var page =
                    context.service()
                            .permissions()
                            .Ledger(wanted, new UInt64(before), new UInt32(count));
            page.stream().filter(each -> number(each) > sequence).forEach(found::add);
            if (page.size() < count || number(page.getLast()) <= sequence) {
                break;
            }
            before = number(page.getLast());
        }
        return found.reversed();
    }

    private static long number(Map<String, Variant<?>> each) {
        return new Fields(each).number("sequence");
    }

    private int follow(Map<String, Variant<?>> wanted) throws InterruptedException {
        context.service().onGone(this::end);
        try (var _ = context.service().on(Permissions1.LedgerAppended.class, _ -> news.release())) {
            var first = newest(wanted);
            long last = printLines(first, 0);
            while (!gone) {
                news.acquire();
                news.drainPermits();
                last = gone ? last : printLines(after(last, Integer.MAX_VALUE, wanted), last);
            }
        }
        throw new Failure(ExitStatus.NOT_REACHABLE, "Gatehouse has ended");
    }

    private void end() {
        gone = true;
        news.release();
    }

    private long printLines(List<Map<String, Variant<?>>> records, long last) {
        for (var each : records) {
            if (format.isJson()) {
                context.screen().jsonLine(each);
            } else {
                context.screen().say(line(new Fields(each)));
            }
        }
        context.screen().flush();
        return records.isEmpty() ? last : number(records.getLast());
    }

    private String line(Fields each) {
        return "%-16s %-9s %s %s  %s"
                .formatted(
                        context.times().shown(each.number("time")),
                        each.text("event"),
                        each.text("app"),
                        subject(each),
                        each.text("text"))
                .stripTrailing();
    }

    private Table table(List<Fields> records) {
        var table = new Table("NUMBER", "TIME", "EVENT", "APP", "CLASS", "WHAT", "BY");
        for (var each : records) {
            boolean broken = each.isFalse("intact");
            table.add(
                    Cell.of(Long.toString(each.number("sequence"))),
                    Cell.of(context.times().shown(each.number("time"))),
                    Cell.word(each.text("event")),
                    Cell.of(each.text("app")),
                    Cell.of(subject(each)),
                    broken
                            ? new Cell("BROKEN CHAIN " + each.text("text"), Style.BAD)
                            : Cell.of(each.text("text")),
                    Cell.of(by(each)));
        }
        return table;
    }

    /// The class, or the place of the store that stands for no class.
    private static String subject(Fields each) {
        var id = each.text("class");
        return id.isEmpty() && !each.text("table").isEmpty()
                ? each.text("table") + "/" + each.text("id")
                : id;
    }

    /// The program; our own tools by their name, since all of them are run by the same one.
    private static String by(Fields each) {
        long pid = each.number("pid");
        var program = each.text("executable");
        return (program.endsWith(OUR_JAVA) ? "gatehouse" : program)
                + (pid > 0 ? " [" + pid + "]" : "");
    }
}
