package org.busmark.bench.plan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.busmark.bus.BusAdapter;
import org.busmark.traffic.Settling;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.Question;
import org.busmark.workload.Shape;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;

/**
 * The cells of a campaign with what they will take.
 *
 * @param cells workload by workload, bus by bus
 * @param rounds how many there are
 * @param brokers how long each broker lives
 * @param buses adapters of the cells
 */
public record Plan(List<PlannedCell> cells, int rounds, BrokerLife brokers, List<BusAdapter> buses) {
    /** Shares of a capacity at which a sweep measures. */
    public static final int SWEEP_POINTS = 8;

    /** Probes of a search, as many as are usual: a climb, a bisection to 2 %, and a verification. */
    public static final int PROBES = 13;

    /** A bound has no noise to speak of and is compared with nothing: once is enough. */
    static final int ROUNDS_OF_BOUNDS = 1;

    /** A broker's conditioning, at most. */
    private static final Duration CONDITIONING = Duration.ofSeconds(30);

    /** The same where the broker is started again for a later round; said in the report. */
    private static final Duration LATER_CONDITIONING = Duration.ofSeconds(12);

    public Plan {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + "; allowed: at least 1");
        }
        cells = List.copyOf(cells);
        buses = List.copyOf(buses);
    }

    /** Every workload on every bus. */
    public static Plan of(List<Workload> workloads, List<BusAdapter> buses, int rounds) {
        return of(workloads, buses, List.of(), rounds);
    }

    /** Every workload on every bus, in every round. */
    public static Plan of(List<Workload> workloads, List<BusAdapter> buses, List<BusAdapter> bounds, int rounds) {
        return of(Work.figures(workloads, rounds), buses, bounds);
    }

    /**
     * All work on every bus.
     *
     * @param bounds run once beside them, where some bus has a cell and the bound can do the work; that it cannot is no
     *     news. Their capacity is not searched for
     */
    public static Plan of(Work work, List<BusAdapter> buses, List<BusAdapter> bounds) {
        List<PlannedCell> cells = new ArrayList<>();
        for (WorkItem item : work.items()) {
            List<PlannedCell> contestants =
                    buses.stream().map(bus -> cell(bus, item, rounds(item))).toList();
            cells.addAll(contestants);
            if (contestants.stream().anyMatch(PlannedCell::isOffered) && hasBounds(item)) {
                bounds.stream()
                        .map(bound -> cell(bound, item, Math.min(item.rounds(), ROUNDS_OF_BOUNDS)))
                        .filter(PlannedCell::isOffered)
                        .forEach(cells::add);
            }
        }
        return new Plan(
                cells,
                work.rounds(),
                work.brokers(),
                Stream.concat(buses.stream(), bounds.stream()).toList());
    }

    /** A walkthrough is taken and a capacity searched for once, whatever the rounds. */
    private static int rounds(WorkItem item) {
        boolean repeats = item.workload().shape() != Shape.WALKTHROUGH
                && (item.question() == Question.FIGURES || item.question().sweeps());
        return repeats ? item.rounds() : 1;
    }

    private static boolean hasBounds(WorkItem item) {
        return item.question() == Question.FIGURES && item.workload().shape() != Shape.WALKTHROUGH;
    }

    private static PlannedCell cell(BusAdapter bus, WorkItem item, int rounds) {
        return new PlannedCell(
                new Cell(bus.id(), item.workload()),
                rounds,
                item.question(),
                Offer.reasonAgainst(bus, item.workload()));
    }

    /** The cells for which something will be done, those among them whose bus's capacity is searched for. */
    public List<Cell> offered() {
        return cells.stream()
                .filter(PlannedCell::isOffered)
                .map(PlannedCell::cell)
                .toList();
    }

    /** Those whose bus's capacity is searched for. */
    public List<PlannedCell> searched() {
        return cells.stream().filter(PlannedCell::isSearched).toList();
    }

    /** Everything that will be done. */
    public List<PlannedStep> steps() {
        return PlannedSteps.of(this);
    }

    /** How many forks will run, those of a sweep among them; probes of a search not. */
    public int runs() {
        return (int) steps().stream().filter(PlannedStep::isRun).count();
    }

    /** The whole time, one thing after the other. No download. */
    public Duration time() {
        return steps().stream().map(PlannedStep::time).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * How long a broker that was started for a round is conditioned at most.
     *
     * @param round from 1
     */
    public static Duration conditioning(int round) {
        return round == 1 ? CONDITIONING : LATER_CONDITIONING;
    }

    /** {@link #diskBytes(Set)} with every broker on this machine. */
    public long diskBytes() {
        return diskBytes(Set.of());
    }

    /**
     * Bytes that may lie on the data folder's disk at the same time, rather too many than too few.
     *
     * @param elsewhere buses whose brokers do not write there
     */
    public long diskBytes(Set<String> elsewhere) {
        return DiskNeed.brokers(this, elsewhere, Settling::longestRun);
    }

    /** {@link #diskBytes()} of runs whose warm-ups have their own time and no more. */
    public long diskBytesUnsettled() {
        return DiskNeed.brokers(this, Set.of(), workload -> workload.warmup().plus(workload.duration()));
    }

    /** Bytes that the results may take, rather too many than too few. */
    public long resultBytes() {
        return DiskNeed.records(this);
    }

    /** Eight hexadecimal digits, derived from all cells and the rounds. */
    public String identity() {
        CRC32 sum = new CRC32();
        for (Cell cell : offered()) {
            sum.update(cell.id().getBytes(StandardCharsets.US_ASCII));
        }
        sum.update(rounds);
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
