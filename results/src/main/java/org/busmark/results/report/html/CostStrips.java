package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busmark.results.record.CellRecord;
import org.busmark.results.report.Cost;
import org.busmark.results.report.Report;
import org.busmark.results.report.Unit;
import org.busmark.results.report.Work;

/** Processor seconds of a million messages; each work has its own axis, since a round trip costs a hundred times more. */
final class CostStrips {
    private final Report report;
    private final Palette palette;

    CostStrips(Report report, Palette palette) {
        this.report = report;
        this.palette = palette;
    }

    /** Works without a figure are left out. */
    Strips of(List<Work> works) {
        List<Strips.Group> groups = new ArrayList<>();
        for (Work work : works) {
            double largest = work.cells().stream()
                    .flatMap(cell -> report.cost(cell).stream())
                    .mapToDouble(CostStrips::sum)
                    .max()
                    .orElse(0);
            if (largest > 0) {
                Axis axis = Axis.fromZero(largest);
                groups.add(new Strips.Group(
                        work.title(),
                        axis.ticks(Unit.SECONDS),
                        work.cells().stream().map(cell -> row(cell, axis)).toList()));
            }
        }
        return new Strips(groups);
    }

    private Strips.Row row(CellRecord cell, Axis axis) {
        Palette.Look look = palette.of(cell.bus());
        Optional<Cost> cost = report.cost(cell);
        return new Strips.Row(
                look.css(),
                look.name(),
                look.bound(),
                "",
                "",
                "",
                cost.map(known -> segments(known, axis)).orElse(List.of()),
                cost.map(Cost::total).orElse("no number"),
                cost.map(CostStrips::spread).orElse(""),
                cost.map(known -> note(cell, known)).orElse(""),
                VerdictMark.of(report.verdict(cell)));
    }

    private static List<Strips.Segment> segments(Cost cost, Axis axis) {
        double client = cost.clientSeconds();
        double pacing = cost.pacingSeconds();
        return List.of(
                new Strips.Segment("client", axis.at(0), axis.width(client)),
                new Strips.Segment("pacing", axis.at(client), axis.width(pacing)),
                new Strips.Segment("broker", axis.at(client + pacing), axis.width(cost.brokerSeconds())));
    }

    /** Without the median, which stands before it as a sum of medians. */
    private static String spread(Cost cost) {
        return cost.spread().replaceFirst("^[^(\\[]*", "");
    }

    private static String note(CellRecord cell, Cost cost) {
        int runs = cell.runs().size();
        return (runs == 1 ? "1 run" : runs + " runs") + (cost.brokerMissing() ? ", broker's not known" : "");
    }

    private static double sum(Cost cost) {
        return cost.clientSeconds() + cost.pacingSeconds() + cost.brokerSeconds();
    }
}
