package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.compare.CampaignComparison;
import org.busmark.results.compare.CellComparison;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.statistics.Estimate;

/**
 * B's figures as entries that the action {@code github-action-benchmark} reads and charts. It takes one direction a file:
 * tool {@code customBiggerIsBetter} for throughput, {@code customSmallerIsBetter} for times. Its names are those of its
 * charts, so they hold nothing that changes from run to run.
 */
public final class GithubBenchmarks {
    private GithubBenchmarks() {}

    /**
     * One entry.
     *
     * @param name of the chart; the action puts it between back-ticks into a table
     * @param unit {@code msg/s} or {@code us}
     * @param value median of the runs
     * @param range the 95 % interval of the cell; empty with fewer than two runs
     * @param extra what the comparison with A says; shown beside the point
     */
    public record Entry(String name, String unit, double value, Optional<String> range, String extra) {}

    /** All figures of B of which more is better, or less; cells that are INVALID have none. */
    public static List<Entry> entries(RunDocument b, CampaignComparison comparison, boolean moreIsBetter) {
        List<Entry> entries = new ArrayList<>();
        for (CellRecord cell : b.cells()) {
            for (ComparedMetric metric : ComparedMetric.of(cell.coordinates())) {
                double[] figures = metric.byRound(cell).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                if (cell.verdict() != Verdict.INVALID && metric.moreIsBetter() == moreIsBetter && figures.length > 0) {
                    entries.add(entry(cell, metric, Estimate.of(figures), comparison));
                }
            }
        }
        return entries;
    }

    private static Entry entry(
            CellRecord cell, ComparedMetric metric, Estimate estimate, CampaignComparison comparison) {
        return new Entry(
                name(cell.coordinates(), metric),
                metric == ComparedMetric.THROUGHPUT ? "msg/s" : "us",
                estimate.median(),
                estimate.interval().map(known -> "95 % " + plain(known.low()) + " to " + plain(known.high())),
                extra(cell, metric, estimate, comparison));
    }

    private static String name(CellCoordinates cell, ComparedMetric metric) {
        String name = String.join(
                " ",
                cell.bus(),
                cell.workload(),
                cell.guarantee().name(),
                Figures.size(cell.messageBytes()),
                cell.rate().toString(),
                ComparedFigure.of(metric.id()).name());
        return VisibleText.of(name).replace('`', '\'').replace('|', '/');
    }

    private static String extra(
            CellRecord cell, ComparedMetric metric, Estimate estimate, CampaignComparison comparison) {
        String own = estimate.runs() + (estimate.runs() == 1 ? " run, " : " runs, ") + cell.verdict();
        return comparison.comparisons().stream()
                .filter(row -> row.cell().cellId().equals(cell.cellId()) && row.metric() == metric)
                .findFirst()
                .map(row -> own + "\n" + against(row))
                .orElse(own);
    }

    private static String against(CellComparison row) {
        return "B / A " + ComparisonTable.ratio(row) + ": " + ComparisonTable.verdict(row);
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
