package org.busmark.bench.cli;

import java.io.PrintStream;
import java.util.List;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.record.UnreadableRecordException;
import org.busmark.workload.DataSize;
import org.busmark.workload.Durations;
import org.busmark.workload.Rate;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The command {@code busmark}. A command that cannot do what it was asked says so in one line and ends with a status of
 * {@link ExitStatus}; an interrupt ends the JVM with 130 and its shutdown hooks end the brokers.
 */
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM with its status. */
    public static void main(String[] args) {
        System.exit(execute(args, System.out, System.err));
    }

    /** Runs one command and returns its status. */
    public static int execute(String[] args, PrintStream out, PrintStream err) {
        return execute(args, Surroundings.real(out, err, List.of(args)));
    }

    static int execute(String[] args, Surroundings around) {
        BusmarkCommand root = new BusmarkCommand(around.out());
        CommandLine jmh = new CommandLine(new JmhCommand(around));
        jmh.setUnmatchedOptionsArePositionalParams(true);
        CommandLine commands = new CommandLine(root)
                .addSubcommand("run", new RunCommand(around))
                .addSubcommand("report", new ReportCommand(around))
                .addSubcommand("compare", new CompareCommand(around))
                .addSubcommand("claims", new ClaimsCommand(around))
                .addSubcommand("calibrate", new CalibrateCommand(around))
                .addSubcommand("list", new ListCommand(around))
                .addSubcommand("doctor", new DoctorCommand(around))
                .addSubcommand("brokers", new BrokersCommand(around))
                .addSubcommand("crosscheck", new CrosscheckCommand(around))
                .addSubcommand("jmh", jmh);
        commands.setOut(new java.io.PrintWriter(around.out(), true, java.nio.charset.StandardCharsets.UTF_8));
        commands.setErr(new java.io.PrintWriter(around.err(), true, java.nio.charset.StandardCharsets.UTF_8));
        commands.setExpandAtFiles(false);
        commands.registerConverter(Rate.class, explained(Rate::parse));
        commands.registerConverter(DataSize.class, explained(DataSize::parse));
        commands.registerConverter(java.time.Duration.class, explained(Durations::parse));
        commands.setParameterExceptionHandler((failure, words) -> refuse(failure, around.err(), root.debug));
        commands.setExecutionExceptionHandler((failure, command, words) -> end(failure, around.err(), root.debug));
        int status = commands.execute(args);
        around.out().flush();
        around.err().flush();
        return status;
    }

    /** A value class's own words instead of the name of its exception. */
    static <T> ITypeConverter<T> explained(ITypeConverter<T> parser) {
        return text -> {
            try {
                return parser.convert(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static int refuse(ParameterException failure, PrintStream err, boolean debug) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName(" ");
        say(err, failure.getMessage() + "; see ./" + command + " --help");
        trace(failure, err, debug);
        return ExitStatus.USAGE;
    }

    private static int end(Exception failure, PrintStream err, boolean debug) {
        trace(failure, err, debug);
        if (failure instanceof CommandFailure known) {
            say(err, String.valueOf(known.getMessage()));
            return known.status();
        }
        if (failure instanceof InvalidFileException || failure instanceof UnreadableRecordException) {
            say(err, String.valueOf(failure.getMessage()));
            return ExitStatus.USAGE;
        }
        say(err, "failed: " + failure + (debug ? "" : "; --debug shows where"));
        return ExitStatus.FAILED;
    }

    private static void say(PrintStream err, String message) {
        err.println("busmark: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static void trace(Exception failure, PrintStream err, boolean debug) {
        if (debug) {
            failure.printStackTrace(err);
        }
    }
}
