package org.busmark.bench.crosscheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerProcess;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.JavaProgram;
import org.busmark.broker.ProcessCost;
import org.busmark.broker.ProcessTreeCost;

/**
 * One run of a tool: its JVMs are started, watched until the measured part is over, and ended. They live in the broker's
 * session, so that they do not outlive the harness. Whenever the consumer's log tells a new count, the CPU time of all of
 * them is read too; the log is looked at 50 times a second, from this process.
 */
final class ToolRun {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int SHOWN_LINES = 8;

    private final BrokerSession session;
    private final VendorTool tool;
    private final ToolSoftware software;
    private final List<String> jvmOptions;

    /** @param jvmOptions for each of its JVMs: those of Busmark's own fork */
    ToolRun(BrokerSession session, VendorTool tool, ToolSoftware software, List<String> jvmOptions) {
        this.session = session;
        this.tool = tool;
        this.software = software;
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * Runs it once.
     *
     * @param processes of {@link VendorTool#processes}
     * @param logs folder and beginning of the logs' names
     * @throws BrokerException with the reason and the last lines of a log when it fails or counts nothing
     */
    Figures run(ToolWork work, List<ToolProcess> processes, Path logs) throws BrokerException {
        List<BrokerProcess> started = new ArrayList<>();
        try {
            for (ToolProcess process : processes) {
                started.add(start(process, work, log(logs, process)));
            }
            return watch(work, started, log(logs, processes.get(0)));
        } finally {
            // The producer first: a consumer without a producer ends quietly, the other way round it may not.
            for (int i = started.size() - 1; i >= 0; i--) {
                started.get(i).stop(GRACE);
            }
        }
    }

    private static Path log(Path logs, ToolProcess process) {
        return logs.resolveSibling(logs.getFileName() + "-" + process.name() + ".log");
    }

    private BrokerProcess start(ToolProcess process, ToolWork work, Path log) throws BrokerException {
        removeOfEarlierRun(log);
        String java = JavaProgram.ofThisProcess();
        BrokerProcess started = session.start(
                tool.name() + " (" + process.name() + ")",
                process.command(java, software.classPath(), jvmOptions),
                process.variables(),
                work.folder(),
                log);
        String ready = process.ready();
        if (ready != null) {
            try {
                started.awaitLog(START, ready);
            } catch (BrokerException e) {
                started.stop(GRACE);
                throw e;
            }
        }
        return started;
    }

    private Figures watch(ToolWork work, List<BrokerProcess> started, Path log) throws BrokerException {
        SteadyPart steady =
                new SteadyPart(work.workload().warmup(), work.workload().duration());
        ProcessTreeCost cost =
                ProcessTreeCost.of(started.stream().map(BrokerProcess::handle).toList());
        Duration bound =
                START.plus(work.workload().warmup()).plus(work.workload().duration());
        started.get(0).awaitReady(bound, () -> {
            read(log, cost, steady);
            return steady.isComplete() || anyEnded(started);
        });
        if (!steady.isComplete()) {
            throw ended(started);
        }
        return steady.figures()
                .orElseThrow(() -> new BrokerException(
                        tool.name() + " counted nothing in the measured time", "see its log: " + log));
    }

    /** What it counted would be taken for this one's. */
    private static void removeOfEarlierRun(Path log) throws BrokerException {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new BrokerException("cannot replace " + log + ": " + e, "give another --out", e);
        }
    }

    private void read(Path log, ProcessTreeCost cost, SteadyPart steady) {
        List<Count> counts = tool.counts(wholeLines(log));
        for (int i = steady.size(); i < counts.size(); i++) {
            OptionalDouble cpuSeconds = cost.snapshot()
                    .map(ProcessCost::cpuSeconds)
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty());
            steady.add(new Reading(counts.get(i), cpuSeconds));
        }
    }

    /** The last line may be half written. */
    private static List<String> wholeLines(Path log) {
        try {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean anyEnded(List<BrokerProcess> started) {
        return started.stream().anyMatch(process -> !process.handle().isAlive());
    }

    private static BrokerException ended(List<BrokerProcess> started) throws BrokerException {
        BrokerProcess dead = started.stream()
                .filter(process -> !process.handle().isAlive())
                .findFirst()
                .orElse(started.get(0));
        // Says so itself with any other status.
        dead.awaitEnd(GRACE);
        return new BrokerException(
                dead.name() + " ended with status 0 before the measured time was over; its last log lines:\n"
                        + dead.lastLogLines(SHOWN_LINES),
                "look at its log");
    }
}
