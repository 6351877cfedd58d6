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
import org.busmark.workload.Cell;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/**
 * The cells of a campaign with what they will take.
 *
 * @param cells workload by workload, bus by bus
 * @param rounds how often each offered cell of a system runs
 * @param buses adapters of the cells
 */
public record Plan(List<PlannedCell> cells, int rounds, List<BusAdapter> buses) {
    /** A bound has no noise to speak of and is compared with nothing: once is enough. */
    static final int ROUNDS_OF_BOUNDS = 1;

    /** A broker's start. */
    static final Duration START = Duration.ofSeconds(10);

    /** Its conditioning, at most. */
    static final Duration CONDITIONING = Duration.ofSeconds(30);

    /** A fork's own start, probe, drain and record: 1.6 s a run where suite quick was watched. */
    static final Duration RUN_OVERHEAD = Duration.ofSeconds(2);

    /** More than any broker here was seen to write; a closed loop has no rate that could be known before. */
    private static final double CLOSED_LOOP_BYTES_PER_SECOND = 250e6;

    /** A log's framing beside the payload, generously. */
    private static final int FRAMING_BYTES = 100;

    /** A private Kafka removes a deleted topic's files a second later, an external one a minute: half of one run. */
    private static final double RUNS_AT_ONCE = 1.5;

    /** What conditioning writes: 30 s of small messages as fast as the broker takes them. */
    private static final long CONDITIONING_BYTES = 4L << 30;

    /** Brokers' own files, logs and records. */
    private static final long FIXED_BYTES = 512L << 20;

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

    /**
     * Every workload on every bus.
     *
     * @param bounds run once beside them, where some bus has a cell and the bound can do the work; that it cannot is no
     *     news
     */
    public static Plan of(List<Workload> workloads, List<BusAdapter> buses, List<BusAdapter> bounds, int rounds) {
        List<PlannedCell> cells = new ArrayList<>();
        for (Workload workload : workloads) {
            List<PlannedCell> contestants = buses.stream()
                    .map(bus ->
                            new PlannedCell(new Cell(bus.id(), workload), rounds, Offer.reasonAgainst(bus, workload)))
                    .toList();
            cells.addAll(contestants);
            if (contestants.stream().anyMatch(PlannedCell::isOffered) && workload.shape() != Shape.WALKTHROUGH) {
                bounds.stream()
                        .map(bound -> new PlannedCell(
                                new Cell(bound.id(), workload),
                                Math.min(rounds, ROUNDS_OF_BOUNDS),
                                Offer.reasonAgainst(bound, workload)))
                        .filter(PlannedCell::isOffered)
                        .forEach(cells::add);
            }
        }
        return new Plan(
                cells, rounds, Stream.concat(buses.stream(), bounds.stream()).toList());
    }

    /** Those that will be measured. */
    public List<Cell> offered() {
        return measured().map(PlannedCell::cell).toList();
    }

    private Stream<PlannedCell> measured() {
        return cells.stream().filter(PlannedCell::isOffered);
    }

    /** How many forks will run. */
    public int runs() {
        return measured().mapToInt(PlannedCell::rounds).sum();
    }

    /** The whole time: each broker started and conditioned once, then the runs one after the other. No download. */
    public Duration time() {
        Duration time = Duration.ZERO;
        for (BusAdapter bus : buses) {
            if (bus.capabilities().needsBroker()
                    && offered().stream().anyMatch(cell -> cell.bus().equals(bus.id()))) {
                time = time.plus(START).plus(CONDITIONING);
            }
        }
        return measured()
                .map(planned -> runTime(planned.cell().workload()).multipliedBy(planned.rounds()))
                .reduce(time, Duration::plus);
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
        long largest = 0;
        for (BusAdapter bus : buses) {
            if (bus.capabilities().needsBroker() && !elsewhere.contains(bus.id())) {
                for (Cell cell : offered()) {
                    largest = cell.bus().equals(bus.id()) ? Math.max(largest, bytesAtOnce(cell.workload())) : largest;
                }
            }
        }
        return FIXED_BYTES + (largest > 0 ? CONDITIONING_BYTES + largest : 0);
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

    private static Duration runTime(Workload workload) {
        return workload.warmup().plus(workload.duration()).plus(RUN_OVERHEAD);
    }

    private static long bytesAtOnce(Workload workload) {
        double stored = workload.message().bytes() + FRAMING_BYTES;
        double bytesPerSecond = workload.rate().isMax()
                ? CLOSED_LOOP_BYTES_PER_SECOND
                : workload.rate().perSecond() * stored;
        double seconds = workload.warmup().plus(workload.duration()).toMillis() / 1e3;
        return (long) (bytesPerSecond * seconds * RUNS_AT_ONCE);
    }
}
