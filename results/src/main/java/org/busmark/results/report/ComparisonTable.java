package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.compare.CellComparison;
import org.busmark.results.compare.ComparedSide;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.statistics.Interval;
import org.busmark.results.statistics.NoiseFloor;
import org.busmark.results.statistics.RankComparison;

/** One row a figure of a cell in two campaigns: both sides, the ratio, and what it shows of B. */
final class ComparisonTable {
    private ComparisonTable() {}

    static Table of(List<CellComparison> comparisons) {
        List<Column> columns = new ArrayList<>(List.of(
                text("bus", row -> row.cell().bus()),
                text("workload", row -> row.cell().workload()),
                text("guarantee", row -> row.cell().guarantee().name()),
                text("size", row -> Figures.size(row.cell().messageBytes())),
                text("rate", row -> rate(row.cell())),
                text("figure", ComparisonTable::figure),
                number("A", row -> side(row.metric(), row.a())),
                number("B", row -> side(row.metric(), row.b())),
                number("runs", row -> row.a().runs() + ", " + row.b().runs()),
                text("cells are", ComparisonTable::verdicts),
                number("B / A [95 %]", ComparisonTable::ratio),
                number(
                        "noise floor",
                        row -> row.floor().map(ComparisonTable::floor).orElse("-")),
                text("B is", ComparisonTable::verdict)));
        if (comparisons.stream().anyMatch(row -> row.ranks().isPresent())) {
            columns.add(text(
                    "by ranks", row -> row.ranks().map(ComparisonTable::ranks).orElse("-")));
        }
        return new Table(
                columns.stream().map(Column::heading).toList(),
                columns.stream().map(Column::numeric).toList(),
                comparisons.stream().map(row -> row(columns, row)).toList());
    }

    private static List<String> row(List<Column> columns, CellComparison comparison) {
        return columns.stream().map(column -> column.text().apply(comparison)).toList();
    }

    static String rate(CellCoordinates cell) {
        Double perSecond = cell.rate().perSecond();
        return perSecond == null ? "max" : Figures.grouped(Math.round(perSecond)) + "/s";
    }

    static String figure(CellComparison comparison) {
        return ComparedFigure.of(comparison.metric().id()).name();
    }

    private static String side(ComparedMetric metric, ComparedSide side) {
        return (metric == ComparedMetric.THROUGHPUT ? Unit.PER_SECOND : Unit.MICROSECONDS).format(side.median());
    }

    private static String verdicts(CellComparison comparison) {
        String a = comparison.a().verdict().name();
        String b = comparison.b().verdict().name();
        return a.equals(b) ? a : a + ", " + b;
    }

    static String ratio(CellComparison comparison) {
        return Figures.ratio(comparison.ratio()) + "x"
                + comparison.interval().map(known -> " " + interval(known)).orElse("");
    }

    static String verdict(CellComparison comparison) {
        return comparison.verdict()
                + comparison.reservation().map(why -> ": " + why).orElse("");
    }

    private static String floor(NoiseFloor floor) {
        return Figures.ratio(floor.ratio()) + "x";
    }

    private static String ranks(RankComparison ranks) {
        return "p = " + Figures.significant(ranks.pValue()) + ", median " + interval(ranks.medianRatio());
    }

    private static String interval(Interval interval) {
        return "[" + Figures.ratio(interval.low()) + ", " + Figures.ratio(interval.high()) + "]";
    }

    private static Column text(String heading, Function<CellComparison, String> text) {
        return new Column(heading, false, text);
    }

    private static Column number(String heading, Function<CellComparison, String> text) {
        return new Column(heading, true, text);
    }

    private record Column(String heading, boolean numeric, Function<CellComparison, String> text) {}
}
