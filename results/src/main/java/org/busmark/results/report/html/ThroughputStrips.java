package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.record.CellRecord;
import org.busmark.results.report.Reading;
import org.busmark.results.report.Report;
import org.busmark.results.report.Unit;
import org.busmark.results.report.Work;

/** Throughput with intervals, all works on one axis so that sizes and guarantees can be compared by eye. */
final class ThroughputStrips {
    /** A t interval of three runs may span decades; beyond this factor it is drawn to the end of the strip. */
    private static final double FARTHEST = 4;

    private final Report report;
    private final Palette palette;

    ThroughputStrips(Report report, Palette palette) {
        this.report = report;
        this.palette = palette;
    }

    Strips of(List<Work> works) {
        Axis axis = axis(works.stream()
                .flatMap(work -> work.cells().stream())
                .flatMap(cell -> report.throughput(cell).stream())
                .toList());
        List<Axis.Tick> ticks = axis.ticks(Unit.PER_SECOND);
        return new Strips(works.stream()
                .map(work -> new Strips.Group(
                        work.title(),
                        ticks,
                        work.cells().stream().map(cell -> row(cell, axis)).toList()))
                .toList());
    }

    private static Axis axis(List<Reading> readings) {
        List<Double> ends = new ArrayList<>();
        for (Reading reading : readings) {
            double low = reading.low() == null ? reading.value() : reading.low();
            double high = reading.high() == null ? reading.value() : reading.high();
            ends.add(Math.max(low, reading.value() / FARTHEST));
            ends.add(Math.min(high, reading.value() * FARTHEST));
        }
        double smallest = ends.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double largest = ends.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return Axis.over(smallest, largest);
    }

    private Strips.Row row(CellRecord cell, Axis axis) {
        Palette.Look look = palette.of(cell.bus());
        VerdictMark verdict = VerdictMark.of(report.verdict(cell));
        return report.throughput(cell)
                .map(reading -> row(look, reading, axis, cell.throughput().runs(), verdict))
                .orElseGet(() -> new Strips.Row(
                        look.css(), look.name(), look.bound(), "", "", "", List.of(), "no number", "", "", verdict));
    }

    private static Strips.Row row(Palette.Look look, Reading reading, Axis axis, int runs, VerdictMark verdict) {
        Double low = reading.low();
        Double high = reading.high();
        String[] words =
                Stream.of(Unit.PER_SECOND.format(reading).split(" (?=\\[)", 2)).toArray(String[]::new);
        return new Strips.Row(
                look.css(),
                look.name(),
                look.bound(),
                axis.at(reading.value()),
                low == null ? "" : axis.at(low),
                high == null ? "" : axis.at(high),
                List.of(),
                words[0],
                words.length > 1 ? words[1] : "",
                runs == 1 ? "1 run" : runs + " runs",
                verdict);
    }
}
