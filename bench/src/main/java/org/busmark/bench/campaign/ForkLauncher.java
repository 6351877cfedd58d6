package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.busmark.bench.fork.ForkBrief;
import org.busmark.bench.fork.RecordedCell;
import org.busmark.bench.fork.WorkloadText;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.jmh.BusState;
import org.busmark.bench.jmh.OpenLoopBenchmark;
import org.busmark.bench.jmh.RoundTripBenchmark;
import org.busmark.bench.jmh.SeriesProfiler;
import org.busmark.bench.jmh.StreamBenchmark;
import org.busmark.broker.BrokerSession;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.RunRecordFile;
import org.busmark.results.record.UnreadableRecordException;
import org.busmark.traffic.Settling;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs one cell once, by JMH in another JVM, which writes a record. What counts is that record; a run without one is
 * INVALID, with the last lines of its log as the reason.
 */
public final class ForkLauncher {
    /** The same on every machine, so that figures of two machines differ by the machine. */
    public static final List<String> JVM_OPTIONS =
            List.of("-Xms1g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseTransparentHugePages", BusState.COMPILERS_STAY);

    /** Two, so that what happens where iterations meet is compiled too before the measured one begins. */
    private static final int WARMUP_ITERATIONS = 2;

    private static final Duration SET_UP_AND_DRAIN = Duration.ofMinutes(3);
    private static final int LOG_LINES = 8;

    private final BrokerSession session;
    private final Path folder;
    private final RunJvm jvm;
    private final Path out;
    private final Duration setUpAndDrain;
    private final boolean settling;

    /**
     * Each run in a fork of its own.
     *
     * @param out the campaign's folder
     */
    public ForkLauncher(BrokerSession session, Path out) throws IOException {
        this(session, out, SET_UP_AND_DRAIN);
    }

    /** @param setUpAndDrain what a fork may take beside its workload's warm-up, as long as that may take, and duration */
    ForkLauncher(BrokerSession session, Path out, Duration setUpAndDrain) throws IOException {
        this.session = session;
        this.folder = session.folder("forks");
        this.jvm = new OwnJvm();
        this.out = out;
        this.setUpAndDrain = setUpAndDrain;
        this.settling = true;
    }

    private ForkLauncher(ForkLauncher other, RunJvm jvm, boolean settling) {
        this.session = other.session;
        this.folder = other.folder;
        this.jvm = jvm;
        this.out = other.out;
        this.setUpAndDrain = other.setUpAndDrain;
        this.settling = settling;
    }

    /** The same, whose runs are made elsewhere. */
    ForkLauncher in(RunJvm elsewhere) {
        return new ForkLauncher(this, elsewhere, settling);
    }

    /** The same, whose warm-ups have their own time and no more: for runs that are held against another program's. */
    public ForkLauncher withoutSettling() {
        return new ForkLauncher(this, jvm, false);
    }

    /**
     * What came of it.
     *
     * @param record the fork's own, or one that says why there is none
     * @param jmh JMH's results; empty when the fork failed
     */
    public record Result(ForkRecord record, Collection<RunResult> jmh) {}

    /** Runs it; it leaves interval logs beside its record. */
    public Result run(BusHost host, Cell cell, int round, int run) throws IOException {
        return run(host, cell, round, run, true);
    }

    Result run(BusHost host, Cell cell, int round, int run, boolean histograms) throws IOException {
        String name = host.adapter().id() + "-" + cell.id() + "-round-" + round;
        Path workloadFile = folder.resolve(name + ".yaml");
        Path recordFile = folder.resolve(name + ".json");
        Path briefFile = folder.resolve(name + ".properties");
        Path log = logs(out).resolve("fork-" + name + ".log");
        Files.createDirectories(Objects.requireNonNull(log.getParent()));
        Files.writeString(workloadFile, WorkloadText.of(cell.workload()));
        // A cell may run more than once in a round.
        Files.deleteIfExists(recordFile);
        new ForkBrief(
                        host.connection(),
                        workloadFile,
                        round,
                        run,
                        recordFile,
                        histograms ? out : null,
                        host.processes(),
                        session.registry())
                .write(briefFile);
        try {
            var jmh = jvm.run(
                    new RunJvm.Call(briefFile.toString(), settling, options(cell, log), limit(cell.workload())));
            return new Result(RunRecordFile.read(recordFile), jmh);
        } catch (FailedForkException | UnreadableRecordException | NoSuchFileException e) {
            jvm.failed();
            return new Result(failed(cell, round, log, telling(log, e)), List.of());
        } finally {
            Files.deleteIfExists(briefFile);
        }
    }

    /** Where runs leave their logs. */
    static Path logs(Path out) {
        return out.resolve("logs");
    }

    private Duration limit(Workload workload) {
        return Settling.longestRun(workload).plus(setUpAndDrain);
    }

    private static Options options(Cell cell, Path log) {
        Workload workload = cell.workload();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark(workload).getName() + "."))
                .param("bus", cell.bus())
                .param("workload", workload.name())
                .param("guarantee", workload.guarantee().name())
                .param("rate", workload.rate().toString().replace("/s", ""))
                .threads(workload.producers())
                .warmupIterations(workload.warmup().isZero() ? 0 : WARMUP_ITERATIONS)
                .measurementIterations(1)
                .measurementTime(TimeValue.nanoseconds(workload.duration().toNanos()))
                .timeout(TimeValue.seconds(SET_UP_AND_DRAIN.toSeconds()))
                .shouldFailOnError(true)
                .addProfiler(SeriesProfiler.class)
                .output(log.toString());
        return (workload.warmup().isZero()
                        ? options
                        : options.warmupTime(
                                TimeValue.nanoseconds(workload.warmup().toNanos() / WARMUP_ITERATIONS)))
                .build();
    }

    private static Class<?> benchmark(Workload workload) {
        return switch (workload.loop()) {
            case CLOSED -> StreamBenchmark.class;
            case OPEN -> OpenLoopBenchmark.class;
            case ROUND_TRIP -> RoundTripBenchmark.class;
        };
    }

    static CellCoordinates coordinates(Cell cell) {
        return RecordedCell.of(cell, benchmark(cell.workload()).getSimpleName());
    }

    private static String telling(Path log, Exception cause) throws IOException {
        if (cause instanceof FailedForkException fork && fork.isOverdue()) {
            return String.valueOf(cause.getMessage());
        }
        return lines(log).stream()
                .filter(line -> line.contains("Exception:") || line.contains("Error:"))
                .findFirst()
                .orElse(String.valueOf(cause.getMessage()));
    }

    private static List<String> lines(Path log) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private static ForkRecord failed(Cell cell, int round, Path log, String telling) throws IOException {
        List<String> lines = lines(log);
        List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return new ForkRecord(
                coordinates(cell),
                RunRecord.failed(
                        round,
                        "the fork left no record: " + telling.strip() + " (last lines of logs/" + log.getFileName()
                                + ": " + String.join(" | ", last) + ")"));
    }
}
