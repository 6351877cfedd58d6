package org.busmark.results.report.html;

import java.util.List;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.Load;
import org.busmark.results.report.CellFigures;
import org.busmark.results.report.Report;
import org.busmark.results.report.Work;

/** Pictures of one figure for each cell. */
final class StripFigures {
    private final Report report;
    private final Palette palette;

    StripFigures(Report report, Palette palette) {
        this.report = report;
        this.palette = palette;
    }

    /** Throughput with intervals, closed loops; none without such cells. */
    List<Figure> throughput() {
        List<Work> works = report.works().stream()
                .filter(work -> work.coordinates().load() == Load.CLOSED_LOOP)
                .toList();
        return figure(
                "throughput-1",
                "Messages a second",
                new ThroughputStrips(report, palette).of(works),
                works,
                List.of(),
                CellFigures.THROUGHPUT);
    }

    /** Processor time of a million messages; none where it is not known of any cell. */
    List<Figure> cost() {
        List<Work> works = report.works();
        return figure(
                "cost-1",
                "Processor seconds of a million messages",
                new CostStrips(report, palette).of(works),
                works,
                Figure.parts("client", "pacing", "broker"),
                CellFigures.COST);
    }

    private List<Figure> figure(
            String id, String title, Strips strips, List<Work> works, List<Figure.Part> parts, CellFigures figures) {
        if (strips.groups().isEmpty()) {
            return List.of();
        }
        List<CellRecord> cells = works.stream()
                .flatMap(work -> work.cells().stream())
                .filter(figures::isOf)
                .toList();
        return List.of(new Figure(
                id,
                title,
                "",
                false,
                strips,
                Figure.keys(palette, cells.stream().map(CellRecord::bus).toList()),
                parts,
                List.of(),
                TableView.of(title, report.figures(figures, cells), palette)));
    }
}
