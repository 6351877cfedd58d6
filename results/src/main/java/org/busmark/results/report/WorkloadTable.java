package org.busmark.results.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;

/** How each workload is done, by the names of a workload file: what all share in a line, the rest in a table. */
final class WorkloadTable {
    private static final String ABSENT = "-";

    private final List<Row> rows;
    private final Set<String> names;

    private record Row(String workload, int messageBytes, Map<String, String> work) {}

    private WorkloadTable(RunDocument document) {
        rows = document.cells().stream()
                .filter(cell -> !cell.work().isEmpty())
                .map(WorkloadTable::row)
                .distinct()
                .toList();
        names = rows.stream()
                .flatMap(row -> row.work().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Nothing where no cell tells, as in older files. */
    static List<Block> of(RunDocument document) {
        WorkloadTable workloads = new WorkloadTable(document);
        return workloads.rows.isEmpty() ? List.of() : workloads.blocks();
    }

    private List<Block> blocks() {
        String shared = names.stream()
                .filter(this::isShared)
                .map(name -> name + " " + rows.get(0).work().getOrDefault(name, ABSENT))
                .collect(Collectors.joining(", "));
        return shared.isEmpty() ? List.of(table()) : List.of(Prose.of("In every one: " + shared + "."), table());
    }

    private static Row row(CellRecord cell) {
        return new Row(cell.workload(), cell.messageBytes(), cell.work());
    }

    private Table table() {
        List<String> differing = names.stream().filter(name -> !isShared(name)).toList();
        List<String> headings = Stream.concat(Stream.of("workload", "message"), differing.stream())
                .toList();
        List<List<String>> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(Stream.concat(
                            Stream.of(row.workload(), Figures.size(row.messageBytes())),
                            differing.stream().map(name -> row.work().getOrDefault(name, ABSENT)))
                    .toList());
        }
        return Table.ofText(headings, lines);
    }

    private boolean isShared(String name) {
        return rows.stream()
                        .map(row -> row.work().getOrDefault(name, ABSENT))
                        .distinct()
                        .count()
                == 1;
    }
}
