package org.gatehouse.ctl;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gatehouse.ctl.text.Times;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The commands that there are, in the order in which `--help` lists them.
public final class Commands {

    private Commands() {}

    @Command(
            name = "gatehousectl",
            description = {
                "See and change what apps may do: location, camera, background and more.",
                "",
                "Start with `gatehousectl apps`; take something back with `gatehousectl revoke APP CLASS`.",
                "`gatehousectl COMMAND --help` tells more of each."
            },
            synopsisSubcommandLabel = "COMMAND",
            commandListHeading = "%nCommands:%n",
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {
                "0:fine",
                "1:it failed, was refused, or what was named is not there",
                "2:wrong usage",
                "3:Gatehouse or the session bus cannot be reached",
                "4:somebody else changed the same meanwhile (see --based-on)"
            })
    private static final class Root implements Runnable {

        private final Context context;

        @Option(names = "--version", description = "Print the version of this program.")
        private boolean version;

        Root(Context context) {
            this.context = context;
        }

        @Override
        public void run() {
            if (!version) {
                throw Failure.usage("say what to do; gatehousectl --help lists the commands");
            }
            context.screen().say("gatehousectl " + Version.ours());
        }
    }

    /// The parser. Where the first argument is a command, only that one is read: describing all of
    /// them takes longer than running one.
    static CommandLine line(Context context, String[] arguments) {
        var all = all(context);
        var named = arguments.length == 0 ? null : all.get(arguments[0]);
        if (named == null) {
            return whole(context);
        }
        return line(context, Map.of(arguments[0], named));
    }

    /// All commands, to be described and not to be run.
    public static CommandLine model() {
        var environment = Map.<String, String>of();
        var context =
                new Context(
                        new Service(environment),
                        new Screen(System.out, environment),
                        new Times(Clock.systemUTC()));
        return whole(context);
    }

    private static CommandLine whole(Context context) {
        return line(context, all(context));
    }

    private static CommandLine line(Context context, Map<String, Supplier<Object>> commands) {
        var root = new CommandLine(new Root(context));
        commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
        var policy = root.getSubcommands().get("policy");
        if (policy != null) {
            policy.addSubcommand("check", new PolicyCheckCommand(context));
            policy.addSubcommand("explain", new ExplainCommand(context));
        }
        addHelp(root);
        root.getSubcommands().values().forEach(Commands::addHelp);
        return root.setUsageHelpWidth(100);
    }

    private static void addHelp(CommandLine command) {
        command.getSubcommands().values().forEach(Commands::addHelp);
        var spec = command.getCommandSpec();
        if (spec.findOption("-h") == null) {
            spec.addOption(
                    CommandLine.Model.OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Print this.")
                            .build());
        }
        spec.usageMessage()
                .synopsisHeading("Usage: ")
                .abbreviateSynopsis(spec.optionsMap().size() > 8)
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .descriptionHeading("%n");
    }

    private static Map<String, Supplier<Object>> all(Context context) {
        var all = new LinkedHashMap<String, Supplier<Object>>();
        all.put("apps", () -> new AppsCommand(context));
        all.put("grants", () -> new GrantsCommand(context));
        all.put("show", () -> new ShowCommand(context));
        all.put("set", () -> new SetCommand(context));
        all.put("revoke", () -> new RevokeCommand(context));
        all.put("forget", () -> new ForgetCommand(context));
        all.put("undo", () -> new UndoCommand(context));
        all.put("using", () -> new UsingCommand(context));
        all.put("running", () -> new RunningCommand(context));
        all.put("stop", () -> new StopCommand(context));
        all.put("ledger", () -> new LedgerCommand(context));
        all.put("deferred", () -> new DeferredCommand(context));
        all.put("answer", () -> new AnswerCommand(context));
        all.put("prompt", () -> new PromptCommand(context));
        all.put("situation", () -> new SituationCommand(context));
        all.put("classes", () -> new ClassesCommand(context));
        all.put("explain", () -> new ExplainCommand(context));
        all.put("policy", () -> new PolicyCommand());
        all.put("export", () -> new ExportCommand(context));
        all.put("import", () -> new ImportCommand(context));
        all.put("doctor", () -> new DoctorCommand(context));
        all.put("version", () -> new VersionCommand(context));
        return all;
    }
}
