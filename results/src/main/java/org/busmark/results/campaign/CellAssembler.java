package org.busmark.results.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.record.Throughput;
import org.busmark.results.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/** Makes cells of the records that forks left, over all rounds. */
public final class CellAssembler {
    private final SeriesMerger merger;

    /**
     * An assembler over one run's folder.
     *
     * @param merger adds the runs' histograms; {@link HistogramLogs} reads them from the run's folder
     */
    public CellAssembler(SeriesMerger merger) {
        this.merger = merger;
    }

    /**
     * Assembles.
     *
     * @param forks of any cells and rounds, in any order; cells come out in the order in which they first stand here
     * @throws IllegalArgumentException if a round of a cell stands twice, or one cellId has two meanings
     * @throws IOException if a histogram that a run names cannot be read
     */
    public List<CellRecord> assemble(List<ForkRecord> forks) throws IOException {
        Map<String, List<ForkRecord>> byCell = new LinkedHashMap<>();
        for (ForkRecord fork : forks) {
            byCell.computeIfAbsent(fork.cell().cellId(), any -> new ArrayList<>())
                    .add(fork);
        }
        List<CellRecord> cells = new ArrayList<>();
        for (List<ForkRecord> ofOneCell : byCell.values()) {
            cells.add(cell(ofOneCell));
        }
        return cells;
    }

    private CellRecord cell(List<ForkRecord> forks) throws IOException {
        CellCoordinates where = where(forks);
        List<RunRecord> runs = runs(where, forks);
        List<RunRecord> believed =
                runs.stream().filter(run -> run.verdict() != Verdict.INVALID).toList();
        return new CellRecord(
                where.cellId(),
                where.bus(),
                where.workload(),
                where.guarantee(),
                where.rate(),
                where.messageBytes(),
                Verdict.worst(runs.stream().map(RunRecord::verdict).toList()),
                Reasons.of(runs),
                throughput(believed),
                series(SeriesKind.RESPONSE, believed),
                series(SeriesKind.SERVICE, believed),
                series(SeriesKind.ACK, believed),
                series(SeriesKind.PACING_LAG, believed),
                series(SeriesKind.BLOCKED, believed),
                runs.stream()
                        .map(RunRecord::ledger)
                        .filter(Objects::nonNull)
                        .reduce(LedgerRecord::plus)
                        .orElse(null),
                Costs.of(believed),
                runs,
                where.benchmark(),
                series(SeriesKind.PACER_ERROR, believed),
                series(SeriesKind.JITTER, believed),
                where.work());
    }

    /** As the record tells it that tells most: those of an interrupted campaign may be of two versions. */
    private static CellCoordinates where(List<ForkRecord> forks) {
        return forks.stream()
                .map(ForkRecord::cell)
                .filter(cell -> !cell.work().isEmpty())
                .findFirst()
                .orElse(forks.get(0).cell());
    }

    private static List<RunRecord> runs(CellCoordinates where, List<ForkRecord> forks) {
        TreeSet<Integer> rounds = new TreeSet<>();
        for (ForkRecord fork : forks) {
            if (!fork.cell().sameCell(where)) {
                throw new IllegalArgumentException("cellId means both " + where + " and " + fork.cell());
            }
            if (!rounds.add(fork.run().round())) {
                throw new IllegalArgumentException(
                        "round stands twice: " + fork.run().round() + " of " + where.cellId());
            }
        }
        return forks.stream()
                .map(ForkRecord::run)
                .sorted(Comparator.comparingInt(RunRecord::round))
                .toList();
    }

    private static Throughput throughput(List<RunRecord> believed) {
        double[] figures = positive(believed.stream().map(RunRecord::throughputPerSecond));
        if (figures.length == 0) {
            return Throughput.NONE;
        }
        Estimate estimate = Estimate.of(figures);
        return new Throughput(
                estimate.median(),
                estimate.interval().map(interval -> interval.low()).orElse(null),
                estimate.interval().map(interval -> interval.high()).orElse(null),
                estimate.runs());
    }

    private @Nullable SeriesRecord series(SeriesKind kind, List<RunRecord> believed) throws IOException {
        Optional<SeriesRecord> merged = merger.merge(kind, believed);
        if (merged.isEmpty()) {
            return null;
        }
        double[] p99s =
                positive(believed.stream().map(run -> run.series(kind)).map(own -> own == null ? null : own.p99Us()));
        if (p99s.length < 2) {
            return merged.get();
        }
        return Estimate.of(p99s)
                .interval()
                .map(interval -> merged.get().withP99Interval(interval.low(), interval.high()))
                .orElse(merged.get());
    }

    /** What has a logarithm: a figure of 0 is below the clock's step and cannot be put on a ratio scale. */
    private static double[] positive(Stream<? extends @Nullable Double> figures) {
        return figures.filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .filter(figure -> figure > 0)
                .toArray();
    }
}
