package org.busmark.bench.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.busmark.bench.hosting.BusHost;
import org.busmark.broker.BrokerSession;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesRecord;
import org.busmark.verdict.Reason;
import org.busmark.workload.Cell;

/** Runs nothing and makes records up: at once, and as the test likes. Sustains 10,000 messages a second. */
final class FakeForks implements CampaignTools.Forks {
    static final double CEILING_PER_SECOND = 10_000;

    private final List<Run> runs = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final Map<Integer, Runnable> before = new HashMap<>();
    private final Set<Integer> disturbed = new HashSet<>();
    private int jvms;
    private int diesAt = Integer.MAX_VALUE;

    /** The harness's own death, as far as one thread can die of it. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A run that was made.
     *
     * @param jvm in the how manieth
     */
    record Run(Cell cell, int round, int jvm, boolean probe) {
        @Override
        public String toString() {
            return cell.bus() + " " + cell.workload().name() + " "
                    + cell.workload().guarantee() + " " + cell.workload().rate() + " in round " + round;
        }
    }

    /** All that were made, probes among them. */
    List<Run> runs() {
        return List.copyOf(runs);
    }

    List<Run> probes() {
        return runs.stream().filter(Run::probe).toList();
    }

    List<Run> cells() {
        return runs.stream().filter(run -> !run.probe()).toList();
    }

    /** Does something before the run with this number, from 1. */
    void before(int run, Runnable action) {
        before.put(run, action);
    }

    /** Lets the hypervisor have half of the machine in the run with this number, from 1. */
    void disturb(int run) {
        disturbed.add(run);
    }

    /** Dies instead of making one more than so many runs from now on. */
    void dieAfter(int more) {
        diesAt = runs.size() + more;
    }

    @Override
    public Launcher open(BrokerSession session, Path out) {
        int jvm = ++jvms;
        return (host, cell, round, number, histograms) -> run(host, cell, round, number, jvm, !histograms);
    }

    private ForkLauncher.Result run(BusHost host, Cell cell, int round, int number, int jvm, boolean probe) {
        if (runs.size() == diesAt) {
            diesAt = Integer.MAX_VALUE;
            throw new Death();
        }
        if (!host.adapter().id().equals(cell.bus()) || !numbers.add(number)) {
            throw new AssertionError("another bus, or a number that was given before");
        }
        before.getOrDefault(runs.size() + 1, () -> {}).run();
        runs.add(new Run(cell, round, jvm, probe));
        ForkRecord record = disturbed.contains(runs.size())
                ? record(cell, round, Verdict.DEGRADED, Reason.STOLEN_CPU)
                : record(cell, round, Verdict.VALID);
        return new ForkLauncher.Result(record, List.of());
    }

    /** @param why kinds of reasons, besides one that is of no kind; a VALID run has none */
    static ForkRecord record(Cell cell, int round, Verdict verdict, Reason... why) {
        double offered = cell.workload().rate().perSecond();
        double throughput = Math.min(offered, CEILING_PER_SECOND);
        SeriesRecord series = new SeriesRecord(100.0, 200.0, 300.0, null, null, 400.0, 5000, 1, null, null, 0, 0);
        List<String> reasons = new ArrayList<>();
        if (verdict != Verdict.VALID) {
            reasons.add("made up");
            Stream.of(why).map(Reason::words).forEach(reasons::add);
        }
        return new ForkRecord(
                ForkLauncher.coordinates(cell),
                run(
                        round,
                        verdict,
                        throughput,
                        series,
                        reasons,
                        new LedgerRecord(
                                5000, 5000, 0, 5000, 5000, 0, 0, 0, 0, 0, 0, 0, List.of(), 5000, 0, 0, 0, 0, 0)));
    }

    private static RunRecord run(
            int round,
            Verdict verdict,
            double throughput,
            SeriesRecord series,
            List<String> reasons,
            LedgerRecord ledger) {
        return new RunRecord(
                round,
                verdict,
                reasons,
                throughput,
                series,
                series,
                null,
                null,
                null,
                ledger,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                "1",
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
