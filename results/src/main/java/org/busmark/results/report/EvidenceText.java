package org.busmark.results.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.RunDocument;

/** What stands behind a claim, in the words of the report. Plain text that stands alone; each format escapes it. */
public final class EvidenceText {
    private final BusNames names;

    public EvidenceText(RunDocument document) {
        this.names = new BusNames(document);
    }

    /** A bus as its authors write it; its id where the document does not introduce it. */
    public String bus(String id) {
        return names.of(id);
    }

    public static String size(int bytes) {
        return Figures.size(bytes);
    }

    public static String count(long messages) {
        return Figures.grouped(messages);
    }

    /** As comparisons name it: {@code response p99 of rounds}. */
    public static String figure(ComparedMetric metric) {
        return ComparedFigure.of(metric.id()).name();
    }

    /**
     * What a comparison shows, with the ratio, its interval, both figures, and what speaks against them.
     *
     * @param left cell of the comparison
     * @param right cell of the comparison
     */
    public String comparison(ComparisonRecord comparison, CellRecord left, CellRecord right) {
        ComparedFigure figure = ComparedFigure.of(comparison.metric());
        Ratio ratio = Ratio.of(comparison);
        String answer = switch (comparison.verdict()) {
            case FASTER -> difference(figure, left, right, ratio);
            case SLOWER -> difference(figure, right, left, ratio.inverse());
            case NO_DIFFERENCE_SHOWN ->
                bus(left.bus()) + " and " + bus(right.bus()) + ": no difference in " + figure.name() + ": " + ratio
                        + figure.sides(left, right).replaceFirst("^ ", ", ") + takenBack(ratio);
        };
        return answer + " (" + where(left) + ", " + rounds(comparison.rounds()) + ")" + doubts(List.of(left, right));
    }

    /** @param ratio of the faster to the slower */
    private String difference(ComparedFigure figure, CellRecord faster, CellRecord slower, Ratio ratio) {
        return (figure.moreIsBetter()
                        ? bus(faster.bus()) + " moves " + ratio + " what " + bus(slower.bus()) + " does"
                        : bus(faster.bus()) + " answers " + ratio.inverse() + " sooner than " + bus(slower.bus()))
                + ": " + figure.name() + figure.sides(faster, slower);
    }

    private static String takenBack(Ratio ratio) {
        return ratio.excludesOne()
                ? "; its interval leaves out 1, and the correction for the whole table or the noise takes that back"
                : "";
    }

    private static String where(CellRecord cell) {
        String load = switch (cell.load()) {
            case CLOSED_LOOP -> "closed loop";
            case OPEN_LOOP -> "open loop at " + CellTable.rate(cell);
            case ROUND_TRIP -> "one message at a time";
        };
        return cell.guarantee() + ", " + Figures.size(cell.messageBytes()) + ", " + load + ", " + cell.workload();
    }

    private static String rounds(int rounds) {
        return rounds == 1 ? "1 round" : rounds + " rounds";
    }

    private String doubts(List<CellRecord> cells) {
        return cells.stream()
                .filter(cell -> cell.verdict() != Verdict.VALID)
                .map(cell -> "; " + bus(cell.bus()) + " is " + cell.verdict() + ": " + firstReason(cell))
                .collect(Collectors.joining());
    }

    private static String firstReason(CellRecord cell) {
        List<String> reasons = cell.reasons();
        if (reasons.isEmpty()) {
            return "no reason is given";
        }
        return reasons.get(0) + (reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more)");
    }

    /** How far to believe several cells at once: {@code "; 2 of 5 cells are DEGRADED"}; nothing when all are VALID. */
    public static String verdicts(List<CellRecord> cells) {
        return Stream.of(Verdict.DEGRADED, Verdict.INVALID)
                .map(verdict -> count(cells, verdict))
                .collect(Collectors.joining());
    }

    private static String count(List<CellRecord> cells, Verdict verdict) {
        long such = cells.stream().filter(cell -> cell.verdict() == verdict).count();
        if (such == 0) {
            return "";
        }
        return "; " + such + " of " + cells.size() + " cells " + (such == 1 ? "is " : "are ") + verdict;
    }

    /** Two capacities of the same work, and why there is no interval. */
    public String capacities(CapacityRecord one, CapacityRecord other) {
        return capacity(one) + ", " + capacity(other) + " (" + one.guarantee() + ", "
                + Figures.size(one.messageBytes()) + ", " + one.workload() + ", response p99 at most "
                + Unit.MICROSECONDS.format(one.objectiveUs()) + "; one search each of "
                + one.probes().size() + " and " + other.probes().size() + " probes, without an interval)";
    }

    private String capacity(CapacityRecord capacity) {
        Double found = capacity.perSecond();
        String why = capacity.reason() == null ? "" : " [" + Objects.requireNonNull(capacity.reason()) + "]";
        return bus(capacity.bus())
                + (found == null
                        ? " has no capacity that was found"
                        : " sustains " + Unit.PER_SECOND.format(found) + " msg/s")
                + why;
    }
}
